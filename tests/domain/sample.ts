import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { canonical } from "@/lib/domain/canonical"
import { emptyLedger, grow, type Ledger, type RevisionKind, type Version } from "@/lib/domain/ledger"
import { keyOf, type Operation, withOperations } from "@/lib/domain/proposal"
import { snapshot } from "@/lib/domain/ledger"
import { idOf } from "@/lib/domain/proposal"
import { type Assessment, type Kind, KIND_NAMES, KINDS, type RecordOf } from "@/lib/domain/records"

const FILES: Partial<Record<Kind, string>> = {
  region: "regions",
  body: "bodies",
  source: "sources",
  plan: "plans",
  point: "points",
  commitment: "commitments",
  assessment: "assessments",
  rating: "ratings",
  silence: "silences",
  crosswalk: "crosswalk",
  event: "events",
  indicator: "indicators",
  observation: "observations",
  secondCoding: "second-coding",
}

/** The rows of one file of the dataset, as written there. */
export function rows<K extends Kind>(kind: K): RecordOf<K>[] {
  const file = FILES[kind]
  if (!file) return []
  return JSON.parse(readFileSync(`prisma/dataset/${file}.json`, "utf8")) as RecordOf<K>[]
}

/** A ledger grown by one revision of these operations: how tests publish without a database. */
export function published(ledger: Ledger, operations: Operation[], kind: RevisionKind = "world-changed"): Ledger {
  const number = ledger.newest + 1
  const before = snapshot(ledger, ledger.newest)
  const versions: { [K in Kind]?: Version<K>[] } = {}
  for (const operation of operations) {
    const withdrawn = operation.act === "withdraw"
    const record = withdrawn ? before.records[operation.kind].get(operation.id)! : operation.record
    ;((versions[operation.kind] ??= []) as Version[]).push({ revision: number, withdrawn, record })
  }
  const facts = withOperations(before, operations)
  return grow(ledger, {
    revisions: [
      {
        number,
        publishedAt: new Date(Date.UTC(2026, 0, number)).toISOString(),
        kind,
        reason: { en: `Revision ${number}`, ur: null },
        hash: String(number).padStart(64, "0"),
        entries: operations.map((it) => ({
          kind: it.kind,
          id: idOf(it),
          key: keyOf(it, it.act === "withdraw" ? before : facts),
          act: it.act,
        })),
      },
    ],
    versions,
  })
}

/** The real dataset as revision 1, checked by the schemas. */
export function datasetLedger(): Ledger {
  const operations = KIND_NAMES.flatMap((kind) =>
    rows(kind).map((row) => ({ act: "add", kind, record: KINDS[kind].parse(row) }) as Operation),
  )
  return published(emptyLedger(), operations, "dataset")
}

/** An assessment of the minimum level by one source; `change` says what matters for the test. */
export const fact = (id: string, change: Partial<Assessment> = {}): Assessment => ({
  id,
  commitment: "nap2014-05.a",
  lane: "finding",
  region: null,
  level: 1,
  unratedReason: null,
  effectiveOn: "2024-01-01",
  precision: "day",
  rationaleEn: "A reason.",
  rationaleUr: null,
  certainty: "high",
  rule: "r-enf",
  lifecycle: null,
  evidence: [{ source: "satp20", bearing: "supports", quote: null, note: null }],
  ...change,
})
export const addition = (record: Assessment): Operation => ({ act: "add", kind: "assessment", record })

/** The SHA-256 of a value's one spelling, worked out here. */
export const digestOf = (value: unknown) => createHash("sha256").update(canonical(value)).digest("hex")
