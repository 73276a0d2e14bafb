import "server-only"
import { z } from "zod"
import { codingMethod } from "@/lib/data/coding-method"
import { settings } from "@/lib/data/settings"
import { sharedBuilds } from "@/lib/data/tables/builds"
import { csvOf } from "@/lib/data/tables/csv"
import { csvParts, flattened, jsonParts } from "@/lib/data/tables/parts"
import { type ZipEntry, type ZipFile, zipOf } from "@/lib/data/tables/zip"
import { citationText } from "@/lib/domain/citation-style"
import { dayOf } from "@/lib/domain/date"
import { COLUMNS, LIST_NAMES } from "@/lib/domain/import/columns"
import { type Ledger, order, type Snapshot, snapshot, type Version } from "@/lib/domain/ledger"
import { Query } from "@/lib/domain/query"
import { type Kind, KIND_NAMES, type RecordOf } from "@/lib/domain/records"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { aroundDigest, aroundRecords, type TextFile } from "@/lib/web/api/export-words"
import { asked } from "@/lib/web/api/question"
import { citedBy } from "@/lib/web/citation"
import { hasAlready } from "@/lib/web/api/tag"

const ZIP = "application/zip"

/** Kept by tag, which names everything that an archive depends on. */
const archive = sharedBuilds<Uint8Array>()

/** Everything as one file. */
export const EXPORT: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/export.zip",
    summary: "Everything as one revision had it: tables, JSON with all versions, codebook, licence and checksums",
    access: "reader",
    query: z.strictObject(Query.pick({ known: true }).shape),
    answer: { status: 200, schema: null, media: [ZIP] },
    handle: async (call) => {
      const { ledger: held, question } = await asked(call)
      const facts = snapshot(held, question.known)
      const { publishedAt, hash } = held.revisions[facts.revision - 1]!
      const site = settings().baseUrl
      const day = dayOf(publishedAt)
      // As of the day of the revision, so that the same revision always gives the same file.
      const cited = (lang: "en" | "ur") =>
        citedBy({ ledger: held, question: { ...question, asOf: day } }, lang, "/data")!
      const [en, ur] = [cited("en"), cited("ur")]
      const texts = { en: citationText(en.citation), ur: citationText(ur.citation) }
      const around = aroundRecords(facts.revision, day, await codingMethod(), texts)
      // Of an older revision's records only a removal by law, which is a newer one, changes a byte.
      const etag = `W/"export-${facts.revision}-${held.newest}-${aroundDigest(around, site)}"`
      const headers = { etag, "cache-control": "no-cache" }
      if (hasAlready(call.request, headers.etag)) return { status: 304, body: null, headers }
      const cite = { id: en.id, url: en.citation.url }
      const about = { name: "nap-tracker", site, revision: facts.revision, publishedAt, hash, cite }
      const content = await archive(etag, () =>
        zipOf(filesOf(held, facts, around), day, (written) => checks(about, written)),
      )
      return { body: null, headers, file: { name: `nap-tracker-r${facts.revision}.zip`, mediaType: ZIP, content } }
    },
  }),
]

const list = (facts: Snapshot, kind: Kind) =>
  [...(facts.records[kind] as Map<string, RecordOf<Kind>>).values()].sort((a, b) => order(a.id, b.id))

function* filesOf(held: Ledger, facts: Snapshot, around: TextFile[]): Generator<ZipFile> {
  yield* around
  for (const kind of KIND_NAMES) {
    const columns = COLUMNS[kind].map(({ name }) => name)
    yield { name: `csv/${LIST_NAMES[kind]}.csv`, parts: csvParts(flattened(list(facts, kind)), columns) }
  }
  yield { name: "csv/revisions.csv", parts: [csvOf(revisionsIn(held, facts))] }
  yield { name: "records.json", parts: everything(facts) }
  yield { name: "versions.jsonl", parts: versions(held, facts.revision) }
}

const revisionsIn = (held: Ledger, facts: Snapshot) =>
  held.revisions.slice(0, facts.revision).map(({ number, publishedAt, kind, reason, hash, entries }) => ({
    number,
    publishedAt,
    kind,
    reasonEn: reason.en,
    reasonUr: reason.ur,
    hash,
    changes: entries.length,
  }))

/** What stands, by list. */
function* everything(facts: Snapshot): Generator<string> {
  yield "{\n"
  for (const [at, kind] of KIND_NAMES.entries()) {
    yield `${at === 0 ? "" : ",\n"}${JSON.stringify(LIST_NAMES[kind])}: `
    yield* jsonParts(list(facts, kind))
  }
  yield "}\n"
}

/** Every version of every record up to a revision, also the withdrawn ones: one a line. */
function* versions(held: Ledger, revision: number): Generator<string> {
  for (const kind of KIND_NAMES) {
    const table = held.versions[kind] as Map<string, Version[]>
    for (const id of [...table.keys()].sort(order)) {
      for (const version of table.get(id)!) {
        if (version.revision > revision) continue
        const { withdrawn, record } = version
        yield `${JSON.stringify({ list: LIST_NAMES[kind], id, revision: version.revision, withdrawn, record })}\n`
      }
    }
  }
}

/** What the archive holds, for programs and for `sha256sum -c`. */
function* checks(about: object, written: ZipEntry[]): Generator<ZipFile> {
  const manifest = { ...about, licence: "CC-BY-4.0", files: [...written] }
  yield { name: "manifest.json", parts: [JSON.stringify(manifest, null, 2), "\n"] }
  yield { name: "SHA256SUMS", parts: written.map(({ name, sha256 }) => `${sha256}  ${name}\n`) }
}
