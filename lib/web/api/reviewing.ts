import "server-only"
import { z } from "zod"
import { blindTask, codeBlind } from "@/lib/data/blind-codings"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { settleConflict } from "@/lib/data/settlements"
import { BlindInput } from "@/lib/domain/coding"
import { SettleInput } from "@/lib/domain/conflict"
import { ReviewInput } from "@/lib/domain/proposal"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { ProposalAnswer, PublishedAnswer, shown, VersionInput, versionOf } from "@/lib/web/api/proposal-answer"

const BlindTaskAnswer = z
  .object({
    id: z.string(),
    version: z.int(),
    steps: z.array(z.looseObject({ step: z.int(), effectiveOn: z.string() })),
  })
  .meta({ id: "BlindTask" })

/** Judging proposals. */
export const REVIEWING: Endpoint[] = [
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
    method: "GET",
    path: "/api/v1/proposals/{id}/blind",
    summary: "What to code before seeing its author's levels: commitments, anchors, days and evidence",
    access: "proposal.review",
    answer: { status: 200, schema: BlindTaskAnswer },
    handle: async ({ actor, path }) => ({ body: await blindTask(actor, path.id!) }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/proposals/{id}/blind",
    summary: "A reviewer's own levels for one version, given blind and once; published with it without a name",
    access: "proposal.review",
    body: BlindInput,
    answer: { status: 201, schema: z.object({ codings: z.array(z.looseObject({ step: z.int() })) }) },
    handle: async ({ actor, path, body }) => ({
      status: 201,
      body: { codings: await codeBlind(actor, path.id!, body) },
    }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/proposals/{id}/settle",
    summary: "Write your proposal anew on the newest revision after somebody published on the same record",
    access: "proposal.write",
    body: SettleInput,
    answer: { status: 200, schema: ProposalAnswer },
    handle: async ({ actor, path, body }) => ({ body: await shown(await settleConflict(actor, path.id!, body)) }),
  }),
]
