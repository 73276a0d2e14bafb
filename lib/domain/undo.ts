import { type Entry, type Ledger, type Revision, type Version } from "@/lib/domain/ledger"
import { type Operation } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"

/**
 * The steps that put back what one revision changed: what it added is withdrawn, what it changed or withdrew gets its
 * former version. Written against that very revision, so that whatever others published on the same records since
 * shows as a conflict.
 * @throws Refusal `not_found`; `invalid` for what cannot be reversed: the starting data and a redaction.
 */
export function undoOf(ledger: Ledger, number: number): Operation[] {
  const revision = ledger.revisions[number - 1]
  if (!revision) throw new Refusal("not_found", "There is no such revision.")
  if (!isUndoable(revision)) throw new Refusal("invalid", "This revision cannot be reversed.")
  // Backwards: what came last refers to what came first.
  return revision.entries.toReversed().map((entry) => reversed(ledger, number, entry))
}

export const isUndoable = (revision: Pick<Revision, "kind">) =>
  revision.kind !== "dataset" && revision.kind !== "redaction"

function reversed(ledger: Ledger, number: number, { kind, id, act }: Entry): Operation {
  if (act === "add") return { act: "withdraw", kind, id }
  const versions = (ledger.versions[kind] as Map<string, Version[]>).get(id) ?? []
  const before = versions.findLast((each) => each.revision < number)
  if (!before) throw new Refusal("invalid", "This revision cannot be reversed.")
  return { act: act === "withdraw" ? "add" : "change", kind, record: before.record } as Operation
}
