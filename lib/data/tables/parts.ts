import "server-only"
import { csvLines, csvOf } from "@/lib/data/tables/csv"
import { flatten } from "@/lib/domain/import/cells"

const AT_A_TIME = 1000

/** Records as a CSV file; a long table is written as it is made, never whole in memory. */
export function* csvParts(records: readonly object[], columns: readonly string[]): Generator<string> {
  yield csvOf([], columns)
  for (let from = 0; from < records.length; from += AT_A_TIME)
    yield csvLines(records.slice(from, from + AT_A_TIME).map(flatten), columns)
}

/** Records as a JSON list, one a line. */
export function* jsonParts(records: readonly object[]): Generator<string> {
  yield "["
  for (const [at, record] of records.entries()) yield `${at === 0 ? "\n" : ",\n"}${JSON.stringify(record)}`
  yield "\n]\n"
}
