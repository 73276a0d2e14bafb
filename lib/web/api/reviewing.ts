import "server-only"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { ReviewInput } from "@/lib/domain/proposal"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { ProposalAnswer, PublishedAnswer, shown, VersionInput, versionOf } from "@/lib/web/api/proposal-answer"

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
]
