import { type Answer, type ProposalAnswer, send } from "@/components/form/client"
import type { SettleInput } from "@/lib/domain/conflict"

/** Writes one's proposal anew on the newest revision, as chosen. */
export const settleConflict = (id: string, input: SettleInput): Promise<Answer<ProposalAnswer>> =>
  send("POST", `/api/v1/proposals/${encodeURIComponent(id)}/settle`, input)
