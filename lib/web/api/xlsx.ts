import "server-only"
import { settings } from "@/lib/data/settings"
import { xlsxOf } from "@/lib/data/tables/xlsx"
import { columnLabel } from "@/lib/i18n/columns"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { type Answer, type Endpoint, fileName } from "@/lib/web/api/endpoint"

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/**
 * The lines of an answer as an Excel workbook to keep. In Urdu its sheet runs from right to left under Urdu heads; in
 * English the heads are the names of the fields, so that it can be imported back. A second sheet tells readers what
 * the first one is: as of when, of which revision, from which address, how to cite it and under which licence.
 */
export async function xlsxAnswer(
  answer: Answer,
  endpoint: Endpoint,
  lang: Locale,
  asked: { id?: string; address: string },
): Promise<Response> {
  const name = endpoint.path.split("/")[3]!
  const about = endpoint.access === "reader" ? aboutLines(lang, answer.body, asked.address) : undefined
  const bytes = await xlsxOf([...answer.rows!()], name, answer.columns?.(), { ...sheetLook(lang, name), about })
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": XLSX,
      "content-disposition": `attachment; filename="${fileName(answer, endpoint, asked.id)}.xlsx"`,
      "cache-control": "no-cache",
    },
  })
}

/** How the sheet of a list or view runs, and its heads. */
export const sheetLook = (lang: Locale, name: string) =>
  lang === "ur" ? { rightToLeft: true, labelOf: (column: string) => columnLabel("ur", name, column) } : {}

/** The lines of the second sheet, as far as the answer tells of them. */
function aboutLines(lang: Locale, body: unknown, address: string) {
  const { site, data } = messages(lang)
  const words = data.about
  const told = (body ?? {}) as { asOf?: string; revision?: number; cite?: { id: string; url: string } }
  const lines: [label: string, value: string | number][] = [
    [words.what, site.name],
    ...(told.asOf === undefined ? [] : [[words.asOf, told.asOf] as [string, string]]),
    ...(told.revision === undefined ? [] : [[words.revision, told.revision] as [string, number]]),
    [words.address, settings().baseUrl + address],
    ...(told.cite
      ? ([
          [words.cite, told.cite.id],
          [words.citeAddress, told.cite.url],
        ] as [string, string][])
      : []),
    [words.licence, words.licenceText],
    [words.licenceAddress, "https://creativecommons.org/licenses/by/4.0/"],
    [words.codebook, `${settings().baseUrl}/${lang}/data`],
  ]
  return { name: words.sheet, lines }
}
