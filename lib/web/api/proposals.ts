import "server-only"
import { z } from "zod"
import { warningsOf } from "@/lib/data/copies"
import { ledger } from "@/lib/data/ledger"
import { findProposal, pageOfProposals } from "@/lib/data/proposal-list"
import { changeProposal, createProposal, submitProposal, withdrawProposal } from "@/lib/data/proposals"
import { recheck } from "@/lib/data/rechecks"
import { dayOf } from "@/lib/domain/date"
import { effectOf } from "@/lib/domain/effect"
import { snapshot } from "@/lib/domain/ledger"
import {
  assertSound,
  OPEN,
  Operation,
  ProposalInput,
  ProposalPatch,
  ProposalStatus,
  RecheckInput,
  SubmitInput,
  withIds,
} from "@/lib/domain/proposal"
import { type Endpoint, endpoint, RepeatKey } from "@/lib/web/api/endpoint"
import { pageOf, PageQuery } from "@/lib/web/api/page"
import {
  ProposalAnswer,
  PublishedAnswer,
  shown,
  VersionInput,
  versionOf,
  WarningAnswer,
} from "@/lib/web/api/proposal-answer"
import { given, listed } from "@/lib/web/api/question"

const ProposalsQuery = z.strictObject({
  status: listed(ProposalStatus).default(OPEN).describe("One or several, with commas"),
  ...PageQuery,
})

/** Writing proposals and confirming what stands. */
export const PROPOSALS: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/proposals",
    summary: "Proposals you may see, newest change first",
    access: "proposal.write",
    query: ProposalsQuery,
    answer: { status: 200, schema: pageOf(ProposalAnswer.shape.proposal) },
    handle: async (call) => {
      const { status, ...page } = given(ProposalsQuery, call)
      return { body: await pageOfProposals(call.actor, status, page) }
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/proposals",
    summary: "Start a draft; an Idempotency-Key header makes a repeated request harmless",
    access: "proposal.write",
    headers: RepeatKey,
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
    answer: { status: 200, schema: z.looseObject({ warnings: z.array(WarningAnswer) }) },
    handle: async ({ actor, body }) => {
      const held = await ledger()
      const facts = snapshot(held, held.newest)
      const today = dayOf(new Date().toISOString())
      const operations = withIds(body.operations, () => "preview0")
      assertSound(operations, body.change, facts, today, held)
      return { body: { ...effectOf(facts, operations, today), warnings: await warningsOf(actor, { operations }) } }
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
  endpoint({
    method: "POST",
    path: "/api/v1/proposals/{id}/submit",
    summary: "Send your draft for review, to somebody or to whoever comes first",
    access: "proposal.write",
    body: SubmitInput,
    answer: { status: 200, schema: ProposalAnswer },
    handle: async ({ actor, path, body }) => {
      const version = await versionOf(actor, path.id!, body.version)
      return { body: await shown(await submitProposal(actor, path.id!, version, body.asked)) }
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/proposals/{id}/withdraw",
    summary: "Take your proposal back",
    access: "proposal.write",
    body: VersionInput,
    answer: { status: 200, schema: ProposalAnswer },
    handle: async ({ actor, path, body }) => ({
      body: await shown(await withdrawProposal(actor, path.id!, await versionOf(actor, path.id!, body.version))),
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
]
