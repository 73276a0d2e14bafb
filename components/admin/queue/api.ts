import { type Published, send } from "@/components/form/client"
import type { Assignment, AssignmentInput } from "@/lib/domain/assignment"
import type { BulkRecheckInput } from "@/lib/domain/proposal"

/** The requests of the queue and of the quarter's plan. */
export const queueApi = {
  assign: (items: AssignmentInput["items"]) => send<{ items: Assignment[] }>("POST", "/api/v1/assignments", { items }),
  takeBack: (id: string) => send<null>("DELETE", `/api/v1/assignments/${encodeURIComponent(id)}`),
  recheckAll: (input: BulkRecheckInput) => send<Published>("POST", "/api/v1/rechecks/bulk", input),
}
