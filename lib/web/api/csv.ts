import "server-only"
import { csvOf } from "@/lib/data/tables/csv"
import { type Answer, type Endpoint, fileName } from "@/lib/web/api/endpoint"

/** The lines of an answer as a CSV file to keep. */
export function csvAnswer(answer: Answer, endpoint: Endpoint, id?: string): Response {
  return new Response(csvOf(answer.rows!(), answer.columns?.()), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName(answer, endpoint, id)}.csv"`,
      "cache-control": "no-cache",
    },
  })
}
