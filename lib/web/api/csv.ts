import "server-only"
import { csvOf } from "@/lib/data/tables/csv"
import type { Answer, Endpoint } from "@/lib/web/api/endpoint"

/** The lines of an answer as a CSV file to keep. */
export function csvAnswer({ rows }: Answer, { path }: Endpoint): Response {
  return new Response(csvOf(rows!()), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="nap-${path.split("/")[3]!}.csv"`,
      "cache-control": "no-cache",
    },
  })
}
