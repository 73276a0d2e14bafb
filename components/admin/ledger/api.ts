import { type ProposalAnswer, type Published, send } from "@/components/form/client"
import type { LookUp, Redaction, RedactionInput, Sought } from "@/lib/domain/redaction"

const request = (id: string) => `/api/v1/redaction-requests/${encodeURIComponent(id)}`

/** What the ledger's screens ask of the API. None throws: a refusal is an answer. */
export const ledgerApi = {
  undo: (revision: number) => send<ProposalAnswer>("POST", `/api/v1/revisions/${revision}/undo`),
  lookUp: (sought: Sought) => send<LookUp>("POST", "/api/v1/redaction-requests/look-up", sought),
  ask: (input: RedactionInput) => send<Redaction>("POST", "/api/v1/redaction-requests", input),
  approve: (id: string) => send<Published & Pick<Redaction, "uncleared">>("POST", `${request(id)}/approve`),
  cancel: (id: string) => send<Redaction>("POST", `${request(id)}/cancel`),
}
