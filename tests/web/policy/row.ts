import type { Someone } from "@/tests/web/client"

/** Who asks. `author` is a reviewer whose own work the object is; for the others the object is the editor's. */
export const WHO = [
  "anonymous",
  "badToken",
  "disabled",
  "analyst",
  "editor",
  "otherEditor",
  "reviewer",
  "author",
  "admin",
] as const
export type Who = (typeof WHO)[number]
export type Codes = Record<Who, number>

/** The object a request is about, as far as paths and bodies need it. */
export type Made = { id: string; version: number }

/**
 * What one endpoint answers to everyone. `given` names the object in the test's name, `make` makes it afresh for each
 * request: the owner is the author for the author, the editor for the rest; `all` is everybody who asks. `bytes` is sent
 * instead of a JSON body.
 */
export type Row = {
  given?: string
  make?: (owner: Someone, who: Who, all: Someone[]) => Promise<Made>
  body?: (made: Made) => unknown
  bytes?: () => Uint8Array
  path?: string | ((made: Made) => string)
  /** Whether somebody else's object answers like a missing one to whoever gets 404. True unless said otherwise. */
  hides?: boolean
  expected: Codes
}
export type Rows = Record<string, Row[]>

const shut = { anonymous: 401, badToken: 401, disabled: 401 }
export const codes = (
  analyst: number,
  editor: number,
  otherEditor: number,
  reviewer: number,
  author: number,
  admin: number,
): Codes => ({ ...shut, ...{ analyst, editor, otherEditor, reviewer, author, admin } })

/** Everybody on a public site, also nobody in particular; a token that is not good is never passed over. */
export const READ: Codes = { ...codes(200, 200, 200, 200, 200, 200), anonymous: 200 }
/** Everybody who signs in. */
export const forPeople = (status: number) => codes(status, status, status, status, status, status)
/** Editors, reviewers and admins. */
export const forWriters = (status: number) => codes(403, status, status, status, status, status)
/** Reviewers and admins. */
export const forReviewers = (status: number) => codes(403, 403, 403, status, status, status)
export const forAdmins = (status: number) => codes(403, 403, 403, 403, 403, status)

export const version = ({ version: seen }: Made) => ({ version: seen })
