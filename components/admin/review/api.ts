import { type Answer, send } from "@/components/form/client"
import type { BlindInput } from "@/lib/domain/coding"

/** Sends what a reviewer coded blind. */
export const codeBlind = (id: string, input: BlindInput): Promise<Answer<unknown>> =>
  send("POST", `/api/v1/proposals/${encodeURIComponent(id)}/blind`, input)
