import type { Instrumentation } from "next"

/** Next calls this when a page or endpoint throws; the request id is the one the reader was shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { logFailure } = await import("@/lib/web/log")
  const id = request.headers["x-request-id"]
  logFailure(error, { requestId: String(id ?? ""), path: request.path, route: context.routePath })
}
