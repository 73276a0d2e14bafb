import "server-only"
import { z } from "zod"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import type { ReferenceItem } from "@/lib/domain/views/data"
import type { Endpoint } from "@/lib/web/api/endpoint"
import { exampleOf } from "@/lib/web/api/examples"
import { ENDPOINTS } from "@/lib/web/api/handle"

const LISTS: readonly string[] = [...Object.values(LIST_NAMES), "revisions"]

/** The reading endpoints of the table, as the reference on the page of data shows them. */
export const reference = (): ReferenceItem[] =>
  ENDPOINTS.filter(({ method, access }) => method === "GET" && access === "reader").map(itemOf)

function itemOf(endpoint: Endpoint): ReferenceItem {
  const { path, summary, csv, answer, query } = endpoint
  const isList = LISTS.includes(path.split("/").at(-1)!)
  return {
    path,
    summary,
    formats: answer.schema ? ["JSON", ...(csv ? ["CSV", "XLSX"] : [])] : (answer.media ?? []).map(shortType),
    parameters: query ? parametersOf(query) : [],
    example: exampleOf(path),
    group: isList ? "lists" : answer.schema ? "views" : "others",
  }
}

const shortType = (media: string) => media.split(";")[0]!

type Described = { description?: string; enum?: string[]; default?: unknown; anyOf?: Described[] }

function parametersOf(query: z.ZodObject): ReferenceItem["parameters"] {
  const { properties = {} } = z.toJSONSchema(query, { io: "input", unrepresentable: "any" })
  return Object.entries(properties as Record<string, Described>).map(([name, it]) => ({
    name,
    meaning: it.description ?? null,
    values: it.enum ?? it.anyOf?.flatMap((each) => each.enum ?? []) ?? [],
    standard: it.default === null || it.default === undefined ? null : String(it.default),
  }))
}
