import "server-only"
import { randomBytes, randomUUID } from "node:crypto"
import { sha256 } from "@/lib/data/chain"
import { assertCopies } from "@/lib/data/copies"
import { forgetFreshness, ledger } from "@/lib/data/ledger"
import { notify, reviewersBut } from "@/lib/data/notices"
import { findProposal } from "@/lib/data/proposal-list"
import { about, audited, missing, move, step } from "@/lib/data/proposal-step"
import { read, write } from "@/lib/data/write"
import { type Day, dayOf } from "@/lib/domain/date"
import type { StepsInput } from "@/lib/domain/form/draft"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { type Actor, assertCan, can, personOf } from "@/lib/domain/policy"
import {
  assertSound,
  type Change,
  OPEN,
  type Operation,
  type Proposal,
  type ProposalInput,
  type ProposalPatch,
  type SubmitInput,
  withIds,
} from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"
import { assertRemit } from "@/lib/domain/remit"
import { undoOf } from "@/lib/domain/undo"

/**
 * Starts a draft. With an idempotency key a repeated request finds the first one's draft.
 * @throws Refusal `invalid` for operations that could not be published.
 */
export async function createProposal(
  actor: Actor,
  input: ProposalInput,
  key: string | null = null,
  undoes: number | null = null,
): Promise<Proposal> {
  assertCan(actor, "proposal.write")
  const { id: authorId } = personOf(actor)
  const held = await ledger()
  const base = checkedBase(input.base ?? held.newest, held)
  const id = key === null ? randomUUID() : `k${sha256(`${authorId}:${key}`).slice(0, 31)}`
  const existing = key === null ? null : await read((tx) => tx.proposal.findUnique({ where: { id } }))
  if (existing) return findProposal(actor, id)
  const operations = withIds(input.operations, randomName)
  await assertFit(actor, operations, input.change, held, base)
  const { change, reasonEn, reasonUr, note } = input
  try {
    await write(actor, "proposal.write", async (tx) => {
      await tx.proposal.create({
        data: { id, status: "draft", authorId, base, change, reasonEn, reasonUr, note, operations, undoes },
      })
      return audited("proposal.create", id)
    })
  } catch (error) {
    // The same request twice at once: the first one's draft answers both.
    if (key === null || !(error instanceof Refusal && error.code === "conflict")) throw error
  }
  return findProposal(actor, id)
}

/**
 * Starts a draft that reverses a revision. It is written against that revision, so that whatever was published on the
 * same records since shows as a conflict.
 * @throws Refusal `not_found`, `invalid` for what cannot be reversed.
 */
export async function undoRevision(actor: Actor, number: number): Promise<Proposal> {
  assertCan(actor, "proposal.write")
  // A revision may be seconds old: whoever wants it back has seen it somewhere.
  forgetFreshness()
  const operations = undoOf(await ledger(), number)
  const reason = { reasonEn: `Reverses revision ${number}.`, reasonUr: `اشاعت ${number} کو پلٹتی ہے۔` }
  return createProposal(actor, { change: "correction", ...reason, note: null, operations, base: number }, null, number)
}

/** Changes one's own open proposal; it becomes a draft again, since approval is bound to exact content. */
export async function changeProposal(actor: Actor, id: string, patch: ProposalPatch): Promise<Proposal> {
  assertCan(actor, "proposal.write")
  const before = await findProposal(actor, id)
  if (!before.mine) throw missing()
  const held = await ledger()
  const { version, ...changes } = patch
  const next = {
    change: changes.change ?? before.change,
    reasonEn: changes.reasonEn ?? before.reasonEn,
    reasonUr: changes.reasonUr === undefined ? before.reasonUr : changes.reasonUr,
    note: changes.note === undefined ? before.note : changes.note,
    base: checkedBase(changes.base ?? before.base, held),
    operations: changes.operations ? withIds(changes.operations, randomName) : before.operations,
  }
  await assertFit(actor, next.operations, next.change, held, next.base)
  await write(actor, "proposal.write", async (tx) => {
    await move(tx, id, version, OPEN, { ...next, status: "draft" })
    return audited("proposal.change", id)
  })
  return findProposal(actor, id)
}

/**
 * The same with the steps told by their places where they stay as they are.
 * @throws Refusal `invalid` for a place that the proposal does not have.
 */
export async function changeSteps(actor: Actor, id: string, { steps, ...patch }: StepsInput): Promise<Proposal> {
  const { operations, version } = await findProposal(actor, id)
  const fields: Record<string, string[]> = {}
  const told = steps.map((step, at) => {
    if (typeof step !== "number") return step
    // Places count in the version the author saw; of another version `changeProposal` refuses the change as a whole.
    if (version === patch.version && !operations[step]) fields[`operations.${at}`] = ["There is no such step."]
    return operations[step] ?? operations[0]!
  })
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "There is no such step.", fields)
  return changeProposal(actor, id, { ...patch, operations: told })
}

/**
 * Sends one's own draft for review, to one person or to whoever may review it.
 * @throws Refusal `invalid` when the person asked could not decide.
 */
export async function submitProposal(
  actor: Actor,
  id: string,
  version: number,
  asked: SubmitInput["asked"] = null,
): Promise<Proposal> {
  return step(actor, "proposal.submit", id, async (tx, before) => {
    if (!before.mine) throw missing()
    const others = await reviewersBut(tx, personOf(actor).id)
    if (asked !== null && !others.includes(asked)) {
      throw new Refusal("invalid", "This person cannot review it.", { asked: ["This person cannot review it."] })
    }
    await move(tx, id, version, ["draft", "changes-requested"], { status: "submitted", askedId: asked })
    await notify(tx, asked === null ? others : [asked], "review-asked", about(id, before.reasonEn))
  })
}

/** Takes one's own open proposal back. */
export async function withdrawProposal(actor: Actor, id: string, version: number): Promise<Proposal> {
  return step(actor, "proposal.withdraw", id, async (tx, before) => {
    if (!before.mine && !can(actor, "people.manage")) throw missing()
    await move(tx, id, version, OPEN, { status: "withdrawn" })
  })
}

/** Sound against its base, within what its author works on, and of copies that are kept. */
async function assertFit(actor: Actor, operations: Operation[], change: Change, held: Ledger, base: number) {
  assertSound(operations, change, snapshot(held, base), today(), held)
  assertRemit(actor, operations, snapshot(held, base))
  await read((tx) => assertCopies(tx, operations))
}

const randomName = () => randomBytes(4).toString("hex")
const today = (): Day => dayOf(new Date().toISOString())

function checkedBase(base: number, held: Ledger): number {
  if (base > held.newest)
    throw new Refusal("invalid", "There is no such revision.", { base: ["There is no such revision."] })
  return base
}
