import "server-only"
import { z } from "zod"
import { ledger } from "@/lib/data/ledger"
import {
  changeProposal,
  clashes,
  createProposal,
  findProposal,
  listProposals,
  publishProposal,
  reviewProposal,
  submitProposal,
  withdrawProposal,
} from "@/lib/data/proposals"
import { recheck } from "@/lib/data/rechecks"
import { settings } from "@/lib/data/settings"
import { changeShare, createShare, listShares, revokeShare } from "@/lib/data/shares"
import { dayOf } from "@/lib/domain/date"
import { effectOf } from "@/lib/domain/effect"
import { snapshot } from "@/lib/domain/ledger"
import type { Actor } from "@/lib/domain/policy"
import { Role, Team } from "@/lib/domain/policy"
import {
  assertSound,
  Operation,
  type Proposal,
  ProposalInput,
  ProposalPatch,
  ProposalStatus,
  RecheckInput,
  ReviewInput,
  withIds,
} from "@/lib/domain/proposal"
import { Refusal } from "@/lib/domain/refusal"
import { ShareInput, SharePatch } from "@/lib/domain/share"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"

const VersionInput = z
  .strictObject({
    version: z.int().positive().optional().describe("The version you saw; the current one if left out."),
  })
  .meta({ id: "VersionInput" })

const ProposalAnswer = z
  .object({
    proposal: z.looseObject({ id: z.string(), version: z.int(), status: ProposalStatus, base: z.int() }),
    effect: z.looseObject({}).describe("What publishing would move, before and after"),
    clashes: z.array(z.object({ key: z.string(), revision: z.int() })).describe("What others published since the base"),
  })
  .meta({ id: "ProposalAnswer" })
const PublishedAnswer = z.object({ revision: z.int(), hash: z.string() }).meta({ id: "Published" })
const ShareAnswer = z.looseObject({ id: z.string(), version: z.int(), state: z.string() }).meta({ id: "Share" })

async function shown(proposal: Proposal) {
  const held = await ledger()
  const facts = snapshot(held, proposal.status === "published" ? (proposal.revision ?? 1) - 1 : held.newest)
  const today = dayOf(new Date().toISOString())
  return {
    proposal,
    effect: effectOf(facts, proposal.operations, today),
    clashes: proposal.status === "published" ? [] : clashes(held, proposal),
  }
}

const versionOf = async (actor: Actor, id: string, given: number | undefined) =>
  given ?? (await findProposal(actor, id)).version

type Step = (actor: Actor, id: string, version: number) => Promise<Proposal>
const step = (name: "submit" | "withdraw", summary: string, act: Step): Endpoint =>
  endpoint({
    method: "POST",
    path: `/api/v1/proposals/{id}/${name}`,
    summary,
    access: "proposal.write",
    body: VersionInput,
    answer: { status: 200, schema: ProposalAnswer },
    handle: async ({ actor, path, body }) => ({
      body: await shown(await act(actor, path.id!, await versionOf(actor, path.id!, body.version))),
    }),
  })

export const WORKING: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/me",
    summary: "Who is asking",
    access: "anyone",
    answer: {
      status: 200,
      schema: z.object({
        person: z.object({ id: z.string(), name: z.string(), role: Role }).nullable(),
        team: Team,
      }),
    },
    handle: async ({ person }) => ({ body: { person, team: settings().team } }),
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/proposals",
    summary: "Proposals you may see, newest change first",
    access: "proposal.write",
    query: z.strictObject({ status: z.string().default("draft,submitted,changes-requested") }),
    answer: { status: 200, schema: z.object({ items: z.array(ProposalAnswer.shape.proposal) }) },
    handle: async ({ actor, search }) => {
      const named = (search.get("status") ?? "draft,submitted,changes-requested").split(",")
      const statuses = z.array(ProposalStatus).safeParse(named)
      if (!statuses.success) throw new Refusal("invalid", "Unknown status.", { status: ["Unknown status."] })
      return { body: { items: await listProposals(actor, statuses.data) } }
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/proposals",
    summary: "Start a draft; an Idempotency-Key header makes a repeated request harmless",
    access: "proposal.write",
    body: ProposalInput,
    answer: { status: 201, schema: ProposalAnswer },
    handle: async ({ actor, body, request }) => {
      const key = request.headers.get("idempotency-key")
      const proposal = await createProposal(actor, body, key?.slice(0, 200) ?? null)
      return { status: 201, body: await shown(proposal), headers: { location: `/api/v1/proposals/${proposal.id}` } }
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/proposals/preview",
    summary: "What these operations would move if published today; nothing is stored",
    access: "proposal.write",
    body: z.strictObject({ change: ProposalInput.shape.change, operations: z.array(Operation).min(1).max(200) }),
    answer: { status: 200, schema: z.looseObject({}) },
    handle: async ({ body }) => {
      const held = await ledger()
      const facts = snapshot(held, held.newest)
      const today = dayOf(new Date().toISOString())
      const operations = withIds(body.operations, () => "preview0")
      assertSound(operations, body.change, facts, today)
      return { body: effectOf(facts, operations, today) }
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/proposals/{id}",
    summary: "A proposal, what it would move, and what others published since",
    access: "proposal.write",
    answer: { status: 200, schema: ProposalAnswer },
    handle: async ({ actor, path }) => ({ body: await shown(await findProposal(actor, path.id!)) }),
  }),
  endpoint({
    method: "PATCH",
    path: "/api/v1/proposals/{id}",
    summary: "Change your own open proposal; it becomes a draft again",
    access: "proposal.write",
    body: ProposalPatch,
    answer: { status: 200, schema: ProposalAnswer },
    handle: async ({ actor, path, body }) => ({ body: await shown(await changeProposal(actor, path.id!, body)) }),
  }),
  step("submit", "Send your draft for review", submitProposal),
  step("withdraw", "Take your proposal back", withdrawProposal),
  endpoint({
    method: "POST",
    path: "/api/v1/proposals/{id}/review",
    summary: "A second person's verdict on one version",
    access: "proposal.review",
    body: ReviewInput,
    answer: { status: 200, schema: ProposalAnswer },
    handle: async ({ actor, path, body }) => ({ body: await shown(await reviewProposal(actor, path.id!, body)) }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/proposals/{id}/publish",
    summary: "Publish a submitted proposal as one revision; refused to its author, and where others published since",
    access: "proposal.publish",
    body: VersionInput,
    answer: { status: 200, schema: PublishedAnswer },
    handle: async ({ actor, path, body }) => ({
      body: await publishProposal(actor, path.id!, await versionOf(actor, path.id!, body.version)),
    }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/rechecks",
    summary: "Nothing changed; this source consulted",
    access: "recheck.publish",
    body: RecheckInput,
    answer: { status: 201, schema: PublishedAnswer },
    handle: async ({ actor, body }) => ({ status: 201, body: await recheck(actor, body) }),
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/shares",
    summary: "Your links, or everybody's for an admin",
    access: "share.write",
    answer: { status: 200, schema: z.object({ items: z.array(ShareAnswer) }) },
    handle: async ({ actor }) => ({ body: { items: await listShares(actor) } }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/shares",
    summary: "Make a link; its address is told this once",
    access: "share.write",
    body: ShareInput,
    answer: {
      status: 201,
      schema: z.object({ id: z.string(), url: z.string(), path: z.string(), share: ShareAnswer }),
    },
    handle: async ({ actor, body }) => {
      const { share, token } = await createShare(actor, body)
      const path = `/s/${token}`
      return { status: 201, body: { id: share.id, url: settings().baseUrl + path, path, share } }
    },
  }),
  endpoint({
    method: "PATCH",
    path: "/api/v1/shares/{id}",
    summary: "Rename, pause, resume or shorten a link; never its scope",
    access: "share.write",
    body: SharePatch,
    answer: { status: 200, schema: ShareAnswer },
    handle: async ({ actor, path, body }) => ({ body: await changeShare(actor, path.id!, body) }),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/shares/{id}",
    summary: "Revoke a link for good",
    access: "share.write",
    answer: { status: 204, schema: null },
    handle: async ({ actor, path }) => {
      await revokeShare(actor, path.id!)
      return { status: 204, body: null }
    },
  }),
]
