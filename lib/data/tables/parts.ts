import "server-only"
import { csvLines, csvOf } from "@/lib/data/tables/csv"
import { type Flat, flatten } from "@/lib/domain/import/cells"

const AT_A_TIME = 1000

/** The lines of a table as a CSV file; a long one is written as it is made, never whole in memory. */
export function* csvParts(rows: Iterable<Flat>, columns: readonly string[]): Generator<string> {
  yield csvOf([], columns)
  let some: Flat[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < AT_A_TIME) continue
    yield csvLines(some, columns)
    some = []
  }
  if (some.length > 0) yield csvLines(some, columns)
}

/** Records as the lines of a table, each made when it is asked for. */
export function* flattened(records: Iterable<object>): Generator<Flat> {
  for (const record of records) yield flatten(record)
}

/** Parts of a text as an answer that is sent as they are made, no faster than it is read. */
export function streamed(parts: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(reader) {
      const { done, value } = parts.next()
      if (done) reader.close()
      else reader.enqueue(encoder.encode(value))
    },
    cancel: () => void parts.return?.(),
  })
}

/** Records as a JSON list, one a line. */
export function* jsonParts(records: readonly object[]): Generator<string> {
  yield "["
  for (const [at, record] of records.entries()) yield `${at === 0 ? "\n" : ",\n"}${JSON.stringify(record)}`
  yield "\n]\n"
}
