import "server-only"
import { z } from "zod"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import type { ReferenceItem } from "@/lib/domain/views/data"
import { ENDPOINTS } from "@/lib/web/api/handle"
import type { Endpoint } from "@/lib/web/api/endpoint"

/** Parameters that make an example worth reading; an endpoint that is not here is shown without. */
const EXAMPLES: Record<string, string> = {
  "/api/v1/overview": "?plan=nap-2014&asOf=2020-12-31",
  "/api/v1/points/{id}": "?asOf=2020-12-31",
  "/api/v1/changes": "?kind=correction",
  "/api/v1/citation": "?page=/en/points/2014/5&style=bibtex",
  "/api/v1/export.zip": "?known=1",
  "/api/v1/assessments": "?plan=nap-2021&lane=finding&format=csv",
  "/api/v1/commitments": "?plan=nap-2014&track=non-kinetic",
  "/api/v1/sources": "?limit=5",
}
const IDS: Record<string, string> = { "/api/v1/points/{id}": "nap2014-05" }
const LISTS: readonly string[] = [...Object.values(LIST_NAMES), "revisions"]

/** The reading endpoints of the table, as the reference on the page of data shows them. */
export const reference = (): ReferenceItem[] =>
  ENDPOINTS.filter(({ method, access }) => method === "GET" && access === "reader").map(itemOf)

function itemOf(endpoint: Endpoint): ReferenceItem {
  const { path, summary, csv, answer, query } = endpoint
  const isList = LISTS.includes(path.split("/").at(-1)!)
  const id = IDS[path]
  return {
    path,
    summary,
    formats: answer.schema ? ["JSON", ...(csv ? ["CSV", "XLSX"] : [])] : (answer.media ?? []).map(shortType),
    parameters: query ? parametersOf(query) : [],
    example: path.includes("{") && !id ? null : `${path.replace("{id}", id ?? "")}${EXAMPLES[path] ?? ""}`,
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
