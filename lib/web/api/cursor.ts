import "server-only"
import type { Question } from "@/lib/domain/query"
import { bad } from "@/lib/web/api/question"

/**
 * Where a page of a list ended: "12.2026-11-22.nap2014-05.b". It holds both clocks beside the row, because a row stands
 * in another place, or in none, once something is published or a day has passed.
 */
export const cursorOf = ({ known, asOf }: Question, after: string): string => `${known}.${asOf}.${after}`

const CURSOR = /^([1-9]\d{0,8})\.(\d{4}-\d\d-\d\d)\.(.+)$/

/** The row behind which a page begins; null for the first. @throws Refusal `invalid`. */
export function placeIn(search: URLSearchParams): string | null {
  const cursor = search.get("cursor")
  return cursor === null ? null : read(cursor).after
}

/**
 * The parameters of a page with the clocks of its cursor, so that all pages are of one answer.
 * @throws Refusal `invalid` for a cursor that is none, or of other clocks than the address names.
 */
export function withCursor(search: URLSearchParams): URLSearchParams {
  const cursor = search.get("cursor")
  if (cursor === null) return search
  const { after: _, ...clocks } = read(cursor)
  const pinned = new URLSearchParams(search)
  for (const [name, value] of Object.entries(clocks)) {
    if (search.has(name) && search.get(name) !== value)
      throw bad("cursor", `It goes on with ${name}=${value}; leave ${name} out, or start again without a cursor.`)
    pinned.set(name, value)
  }
  return pinned
}

function read(cursor: string): { known: string; asOf: string; after: string } {
  const [, known, asOf, after] = CURSOR.exec(cursor) ?? []
  if (!known || !asOf || !after) throw bad("cursor", "There is no such place in the list.")
  return { known, asOf, after }
}
