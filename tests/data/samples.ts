import { createProposal, submitProposal } from "@/lib/data/proposals"
import { publishProposal } from "@/lib/data/reviews"
import { forgetFreshness, ledger } from "@/lib/data/ledger"
import type { BlindInput } from "@/lib/domain/coding"
import { addDays } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { type DraftOperation, type Proposal, ProposalInput } from "@/lib/domain/proposal"
import type { Assessment } from "@/lib/domain/records"
import { ShareInput } from "@/lib/domain/share"
import type { PersonActor } from "./people"

/** A commitment of the dataset that both lanes of the starting data assess. */
export const COMMITMENT = "nap2014-01.a"
export const SOURCE = "reuters_dp"

type Draft = Omit<Assessment, "id"> & { id?: string }
type Added = Extract<DraftOperation, { act: "add"; kind: "assessment" }>

const RANGE = 300_000
const start = Math.floor(Math.random() * RANGE)
let days = 0
/** Another day each time, long before any real one: no sample may speak of the day of another or of the dataset. */
const nextDay = () => addDays("1100-01-01", (start + days++) % RANGE)

/** A new assessment of a commitment: partly carried out, by one source, since some day. */
export function assessment(overrides: Partial<Assessment> = {}): Added {
  const record: Draft = {
    commitment: COMMITMENT,
    lane: "finding",
    region: null,
    level: 1,
    unratedReason: null,
    effectiveOn: nextDay(),
    precision: "day",
    rationaleEn: "A committee was named and has met once.",
    rationaleUr: null,
    certainty: "medium",
    rule: "r-fall",
    lifecycle: null,
    evidence: [{ source: SOURCE, bearing: "supports", quote: "The committee met.", note: null }],
    ...overrides,
  }
  return { act: "add", kind: "assessment", record }
}

/** What an editor sends for one new assessment. */
export function proposal(
  overrides: Partial<Assessment> = {},
  fields: Partial<Omit<ProposalInput, "operations">> = {},
): ProposalInput {
  const typed = { change: "world-changed", reasonEn: "A committee was named.", ...fields }
  return ProposalInput.parse({ ...typed, operations: [assessment(overrides)] })
}

/** A proposal that waits for a second person. */
export async function submitted(author: PersonActor, input = proposal()): Promise<Proposal> {
  const draft = await createProposal(author, input)
  return submitProposal(author, draft.id, draft.version)
}

/** One change all the way into the record. */
export async function published(author: PersonActor, publisher: PersonActor, input = proposal()) {
  const { id, version } = await submitted(author, input)
  return publishProposal(publisher, id, version)
}

/** The ids of the first commitments of the dataset, in order. */
export async function commitments(count: number): Promise<string[]> {
  const held = await ledger()
  return [...snapshot(held, held.newest).records.commitment.keys()].sort().slice(0, count)
}

let taken = 0
/** A commitment that no test of this file took before: what one publishes, another does not find. */
export const freshCommitment = async () => (await commitments(++taken)).at(-1)!

/** The ledger with what was published this moment. */
export async function newestLedger() {
  forgetFreshness()
  return ledger()
}

export function share(overrides: Partial<ShareInput> = {}): ShareInput {
  return ShareInput.parse({ label: "For the committee", query: {}, ...overrides })
}

/** What a second person says of a one-step proposal before seeing the author's judgement. */
export const blindInput = (version: number, more: Partial<BlindInput["codings"][number]> = {}): BlindInput => ({
  version,
  codings: [{ step: 0, level: 3, unratedReason: null, certainty: "high", reason: "The act is in force.", ...more }],
})

/** How a list of attempts ended: how many were done, and the refusal codes (or errors) of the others. */
export function outcomes(results: PromiseSettledResult<unknown>[]) {
  const refused = results.flatMap((result) =>
    result.status === "rejected" ? [String((result.reason as { code?: string }).code ?? result.reason)] : [],
  )
  return { done: results.length - refused.length, refused }
}

/** Forgets what this process holds, as a process that starts now would hold nothing. */
export function startAnew() {
  ;(globalThis as { napFollower?: unknown }).napFollower = undefined
}
