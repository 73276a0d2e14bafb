import "server-only"
import { randomUUID } from "node:crypto"
import { codingsToPublish } from "@/lib/data/blind-codings"
import type { Tx } from "@/lib/data/db"
import { ledger } from "@/lib/data/ledger"
import { notify } from "@/lib/data/notices"
import { about, missing, moved, step } from "@/lib/data/proposal-step"
import { publish, type Published } from "@/lib/data/publish"
import { settings } from "@/lib/data/settings"
import { snapshot } from "@/lib/domain/ledger"
import { type Actor, assertCan, assertSecondFactor, assertSecondPerson, personOf } from "@/lib/domain/policy"
import type { Change, Operation, Proposal, ReviewInput } from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"
import { assertRemit } from "@/lib/domain/remit"

/** A second person's verdict on one version; the database refuses a second verdict and one's own work. */
export async function reviewProposal(actor: Actor, id: string, review: ReviewInput): Promise<Proposal> {
  assertCan(actor, "proposal.review")
  const { id: reviewerId } = personOf(actor)
  const { team, twoFactor } = settings()
  assertSecondFactor(actor, twoFactor)
  return step(actor, `proposal.${review.verdict}`, id, async (tx, before) => {
    const { authorId, version } = await submitted(tx, id, review.version, "at once")
    assertSecondPerson(team, authorId, reviewerId)
    assertRemit(actor, before.operations, snapshot(await ledger(), before.base))
    const { verdict, note = null, comments = [] } = review
    if (verdict === "changes-requested" && !note && comments.length === 0) {
      throw new Refusal("invalid", "Say what should change.", { note: ["Say what should change."] })
    }
    if (comments.some(({ step }) => step >= before.operations.length)) {
      throw new Refusal("invalid", "There is no such step.", { comments: ["There is no such step."] })
    }
    await tx.review.create({
      data: { id: randomUUID(), proposalId: id, authorId, reviewerId, version, verdict, note, comments, team },
    })
    if (verdict === "approved") return
    await tx.proposal.update({ where: { id }, data: { status: verdict, updatedAt: new Date() } })
    await notify(tx, [authorId], verdict, about(id, before.reasonEn))
  })
}

/**
 * Publishes a submitted proposal as one revision. The publisher must not be the author (unless the team has one
 * person); publishing a version nobody has judged is itself the approval.
 * @throws Refusal `conflict` when somebody published on the same record since the base, or the version moved.
 */
export async function publishProposal(actor: Actor, id: string, version: number): Promise<Published> {
  assertCan(actor, "proposal.publish")
  const { id: publisherId } = personOf(actor)
  const { team } = settings()
  let author: string | undefined
  return publish(
    actor,
    "proposal.publish",
    async (tx, newest) => {
      const row = await submitted(tx, id, version)
      author = row.authorId
      assertSecondPerson(team, row.authorId, publisherId)
      assertRemit(actor, row.operations as Operation[], snapshot(newest, row.base))
      const judged = await tx.review.findFirst({ where: { proposalId: id, version } })
      if (!judged) {
        await tx.review.create({
          data: {
            id: randomUUID(),
            proposalId: id,
            authorId: row.authorId,
            reviewerId: publisherId,
            version,
            verdict: "approved",
            note: null,
            team,
          },
        })
      }
      const operations = row.operations as Operation[]
      return {
        kind: row.change as Change,
        reason: { en: row.reasonEn, ur: row.reasonUr },
        // What others coded blind goes out with what they judged, so that anybody can compute the agreement.
        operations: [...operations, ...(await codingsToPublish(tx, { id, version, operations }))],
        base: row.base,
        proposalId: id,
        authorId: row.authorId,
        publisherId,
        team,
      }
    },
    async (tx, { revision }) => {
      const { reasonEn } = await tx.proposal.update({
        where: { id },
        data: { status: "published", updatedAt: new Date() },
      })
      if (author !== publisherId) await notify(tx, [author!], "published", about(id, reasonEn, revision))
    },
  )
}

/**
 * The row of a submitted proposal at the version somebody looked at, locked until the transaction ends. A verdict does
 * not wait behind another one on the same proposal: only one can be given, and many waiting would hold up everybody.
 */
async function submitted(tx: Tx, id: string, version: number, lock: "in turn" | "at once" = "in turn") {
  const locked =
    lock === "in turn"
      ? await tx.$queryRaw<unknown[]>`SELECT id FROM "Proposal" WHERE id = ${id} FOR UPDATE`
      : await tx.$queryRaw<unknown[]>`SELECT id FROM "Proposal" WHERE id = ${id} FOR UPDATE SKIP LOCKED`
  const row = await tx.proposal.findUnique({ where: { id } })
  if (!row || row.status === "draft") throw missing()
  if (locked.length === 0 || row.status !== "submitted" || row.version !== version) throw moved(row)
  return row
}
