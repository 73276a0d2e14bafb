import "server-only"
import { isTooDeep } from "@/lib/domain/import/cells"
import { bytesOf, type Line, LONGEST_ROW, notReadable, type TableFile, textOf } from "@/lib/data/tables/format"

/** The objects of a JSON file: a list, or an answer of the API with its `items`. @throws Refusal `invalid`. */
export async function* readJson(file: TableFile): AsyncGenerator<Line> {
  const whole = await bytesOf(file)
  let text = ""
  for await (const part of textOf({ ...file, open: () => [whole] })) text += part
  if (isTooDeep(text)) throw notReadable("This JSON is nested too deeply.")
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw notReadable("This is not JSON.")
  }
  const list = Array.isArray(value) ? value : (value as { items?: unknown } | null)?.items
  if (!Array.isArray(list)) throw notReadable("This JSON is neither a list nor an object with a list of items.")
  for (const [at, object] of list.entries()) yield { row: at + 1, object: object as unknown }
}

/** The objects of a file with one JSON object a line, read as it comes. @throws Refusal `invalid` with the line. */
export async function* readJsonLines(file: TableFile): AsyncGenerator<Line> {
  let row = 0
  for await (const line of linesOf(file)) {
    row++
    if (line.trim() === "") continue
    if (isTooDeep(line)) throw notReadable(`Line ${row}: this JSON is nested too deeply.`)
    let object: unknown
    try {
      object = JSON.parse(line)
    } catch {
      throw notReadable(`Line ${row}: this is not JSON.`)
    }
    yield { row, object }
  }
}

async function* linesOf(file: TableFile): AsyncGenerator<string> {
  let rest = ""
  for await (const part of textOf(file)) {
    const lines = `${rest}${part}`.split("\n")
    rest = lines.pop()!
    if (rest.length > LONGEST_ROW) throw notReadable("A line is longer than any record: is this JSON Lines?")
    yield* lines
  }
  if (rest !== "") yield rest
}
