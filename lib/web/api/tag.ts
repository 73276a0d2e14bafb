import "server-only"
import { createHash } from "node:crypto"

/** The tag of an answer: the revision it was computed from, and a digest of what it says in this form, piece by piece. */
export function tagOf(revision: number, said: Iterable<string>): string {
  const digest = createHash("sha256")
  for (const each of said) digest.update(`${each}\0`)
  return `"${revision}-${digest.digest("base64url").slice(0, 16)}"`
}

/** Whether the reader has this already; a tag that went through compression comes back weak. */
export const hasAlready = (request: Request, tag: string) =>
  (request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((each) => each.trim().replace(/^W\//, ""))
    .some((each) => each === "*" || each === tag.replace(/^W\//, ""))

export const notModified = (tag: string) =>
  new Response(null, { status: 304, headers: { etag: tag, "cache-control": "no-cache" } })
