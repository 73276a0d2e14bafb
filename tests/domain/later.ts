import fc from "fast-check"
import { grow, type Ledger, snapshot, type Version } from "@/lib/domain/ledger"
import type { Operation } from "@/lib/domain/proposal"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import { MARK, reasonOf } from "@/lib/domain/redaction"
import { anyRecord } from "./any-record"
import { published } from "./sample"

/** Texts that a removal by law may blank, by kind; names by which a list is put in order stay. */
const BLANKED: Partial<Record<Kind, readonly string[]>> = {
  assessment: ["rationaleEn", "rationaleUr"],
  source: ["title", "publisher", "notes", "url"],
  commitment: ["textEn", "textUr", "trackBasis"],
  point: ["titleEn", "titleUr", "textEn", "note"],
  event: ["titleEn", "descriptionEn", "note"],
  silence: ["whatEn", "note"],
  rating: ["rawLabel", "publisher", "note"],
  crosswalk: ["basis", "note"],
  body: ["nameEn", "nameUr"],
  secondCoding: ["reason"],
}

type Step = { act: "add" | "change" | "withdraw" | "redact"; kind: Kind; at: number; record: { id: string } }

/** What later revisions may do to the record: facts of any kind added, rewritten, redated, taken back or blanked by law. */
export const later: fc.Arbitrary<Step[]> = fc.array(
  fc.constantFrom(...KIND_NAMES).chain((kind) =>
    fc.record({
      act: fc.constantFrom("add" as const, "change" as const, "withdraw" as const, "redact" as const),
      kind: fc.constant(kind),
      at: fc.nat(10_000),
      record: anyRecord(kind) as fc.Arbitrary<{ id: string }>,
    }),
  ),
  { minLength: 1, maxLength: 6 },
)

/** The ledger after such steps, one revision each; go on with what is returned. */
export function afterwards(ledger: Ledger, steps: readonly Step[]): Ledger {
  let held = ledger
  for (const [at, step] of steps.entries()) {
    const standing = [...(snapshot(held, held.newest).records[step.kind] as Map<string, { id: string }>).values()]
    const old = standing[step.at % Math.max(1, standing.length)]
    if (step.act === "redact") held = blanked(held, step.kind, old)
    else if (step.act === "withdraw") {
      if (old) held = published(held, [{ act: "withdraw", kind: step.kind, id: old.id } as Operation])
    } else {
      const id = step.act === "change" && old ? old.id : `later-${at}-${held.newest}`
      const act = id.startsWith("later-") ? "add" : "change"
      held = published(held, [{ act, kind: step.kind, record: { ...step.record, id } } as Operation], "correction")
    }
  }
  return held
}

function blanked(ledger: Ledger, kind: Kind, old: { id: string } | undefined): Ledger {
  const fields = BLANKED[kind]
  if (!old || !fields) return ledger
  const versions = (ledger.versions[kind] as Map<string, Version[]>).get(old.id)!
  const left = versions.map((version) => {
    const texts = Object.entries(version.record).map(([name, text]) =>
      fields.includes(name) && typeof text === "string" ? [name, MARK] : [name, text],
    )
    return { ...version, record: Object.fromEntries(texts) as Version["record"] }
  })
  const number = ledger.newest + 1
  const entries = [{ kind, id: old.id, key: `${kind}/${old.id}`, act: "redact" as const }]
  const publishedAt = new Date(Date.UTC(2026, 0, number)).toISOString()
  const reason = reasonOf("court-order")
  const hash = String(number).padStart(64, "0")
  return grow(ledger, {
    revisions: [{ number, publishedAt, kind: "redaction", reason, hash, entries, reasonsRemoved: [1] }],
    versions: {},
    rewritten: { versions: { [kind]: left }, reasons: [{ number: 1, reason: { en: MARK, ur: null } }] },
  })
}
