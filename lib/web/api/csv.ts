import "server-only"
import { headsOf } from "@/lib/data/tables/csv"
import { csvParts, streamed } from "@/lib/data/tables/parts"
import { type Answer, type Endpoint, fileName } from "@/lib/web/api/endpoint"

/** The lines of an answer as a CSV file to keep, made as it is sent: however long the table, only a part is in memory. */
export function csvAnswer(answer: Answer, endpoint: Pick<Endpoint, "path">, id?: string): Response {
  const columns = answer.columns?.() ?? headsOf(answer.rows!())
  return new Response(streamed(csvParts(answer.rows!(), columns)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName(answer, endpoint, id)}.csv"`,
      "cache-control": "no-cache",
    },
  })
}
