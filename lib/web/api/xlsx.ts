import "server-only"
import { xlsxOf } from "@/lib/data/tables/xlsx"
import { columnLabel } from "@/lib/i18n/columns"
import type { Locale } from "@/lib/i18n/locale"
import { type Answer, type Endpoint, fileName } from "@/lib/web/api/endpoint"

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/**
 * The lines of an answer as an Excel workbook to keep. In Urdu its sheet runs from right to left under Urdu heads; in
 * English the heads are the names of the fields, so that it can be imported back.
 */
export async function xlsxAnswer(answer: Answer, endpoint: Endpoint, lang: Locale): Promise<Response> {
  const name = endpoint.path.split("/")[3]!
  const look = lang === "ur" ? { rightToLeft: true, labelOf: (column: string) => columnLabel("ur", name, column) } : {}
  return new Response(new Uint8Array(await xlsxOf(answer.rows!(), name, undefined, look)), {
    headers: {
      "content-type": XLSX,
      "content-disposition": `attachment; filename="${fileName(answer, endpoint)}.xlsx"`,
      "cache-control": "no-cache",
    },
  })
}
