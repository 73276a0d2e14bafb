import "server-only"
import { z } from "zod"

const LARGEST_PAGE = 500
const SIZE = `From 1 to ${LARGEST_PAGE}.`
const limit = z.coerce.number(SIZE).int(SIZE).min(1, SIZE).max(LARGEST_PAGE, SIZE)

/** The parameters of a list of the team's, which comes a page at a time. */
export const PageQuery = {
  limit: limit.default(100).describe("How many on a page at most"),
  cursor: z.string().max(120).nullable().default(null).describe("`next` of the page before"),
}

/** A page of such a list; `next` is null on the last. */
export const pageOf = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() })
