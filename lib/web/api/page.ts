import "server-only"
import { z } from "zod"
import { bad } from "@/lib/web/api/question"

const LARGEST_PAGE = 500

/** The parameters of a list of the team's, which comes a page at a time. */
export const PageQuery = {
  limit: z.int().min(1).max(LARGEST_PAGE).default(100).describe("How many on a page at most"),
  cursor: z.string().max(120).nullable().default(null).describe("`next` of the page before"),
}

/** A page of such a list; `next` is null on the last. */
export const pageOf = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() })

/** The page that is asked for. @throws Refusal `invalid`. */
export function pageIn(search: URLSearchParams): { limit: number; cursor: string | null } {
  const given = search.get("limit")
  const limit = PageQuery.limit.safeParse(given === null ? undefined : Number(given))
  if (!limit.success) throw bad("limit", `From 1 to ${LARGEST_PAGE}.`)
  return { limit: limit.data, cursor: search.get("cursor") }
}
