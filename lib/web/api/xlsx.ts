import "server-only"
import { xlsxOf } from "@/lib/data/tables/xlsx"
import type { Answer, Endpoint } from "@/lib/web/api/endpoint"

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** The lines of an answer as an Excel workbook to keep. */
export async function xlsxAnswer({ rows }: Answer, { path }: Endpoint): Promise<Response> {
  const name = path.split("/")[3]!
  return new Response(new Uint8Array(await xlsxOf(rows!(), name)), {
    headers: {
      "content-type": XLSX,
      "content-disposition": `attachment; filename="nap-${name}.xlsx"`,
      "cache-control": "no-cache",
    },
  })
}
