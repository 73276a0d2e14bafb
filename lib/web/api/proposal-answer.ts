import "server-only"
import { z } from "zod"
import { warningsOf } from "@/lib/data/copies"
import { ledger } from "@/lib/data/ledger"
import { clashes, findProposal } from "@/lib/data/proposal-list"
import { dayOf } from "@/lib/domain/date"
import { effectOf } from "@/lib/domain/effect"
import { snapshot } from "@/lib/domain/ledger"
import { type Actor, SYSTEM } from "@/lib/domain/policy"
import { type Proposal, ProposalStatus } from "@/lib/domain/proposal"

export const VersionInput = z
  .strictObject({
    version: z.int().positive().optional().describe("The version you saw; the current one if left out."),
  })
  .meta({ id: "VersionInput" })

/** A find of the scanner: `step` counts from 0 and is null for the reasons; `unread` is a copy it cannot read. */
export const WarningAnswer = z
  .object({ step: z.int().nullable(), field: z.string(), kind: z.string(), excerpt: z.string() })
  .meta({ id: "Warning" })
export const ProposalAnswer = z
  .object({
    proposal: z.looseObject({ id: z.string(), version: z.int(), status: ProposalStatus, base: z.int() }),
    effect: z.looseObject({}).describe("What publishing would move, before and after"),
    clashes: z.array(z.object({ key: z.string(), revision: z.int() })).describe("What others published since the base"),
    warnings: z.array(WarningAnswer).describe("What in it may lead to a person"),
  })
  .meta({ id: "ProposalAnswer" })
export const PublishedAnswer = z.object({ revision: z.int(), hash: z.string() }).meta({ id: "Published" })
/** A proposal as the API answers it, with what it would move and what clashes. */
export async function shown(proposal: Proposal) {
  const held = await ledger()
  const facts = snapshot(held, proposal.status === "published" ? (proposal.revision ?? 1) - 1 : held.newest)
  const today = dayOf(new Date().toISOString())
  return {
    proposal,
    effect: effectOf(facts, proposal.operations, today),
    clashes: proposal.status === "published" ? [] : clashes(held, proposal),
    // Whoever sees a proposal may know what it would give away.
    warnings: await warningsOf(SYSTEM, proposal),
  }
}

/** The version the caller saw, or the current one. */
export const versionOf = async (actor: Actor, id: string, given: number | undefined) =>
  given ?? (await findProposal(actor, id)).version
