import type { Given } from "./arguments"

/** Writes a command's answer to stdout: the value as one line of JSON with --json, otherwise the words for a person. */
export function answer({ flags }: Given, value: unknown, words: () => string): void {
  process.stdout.write(`${flags.json ? JSON.stringify(value) : words()}\n`)
}

/** Rows under their heads in columns as wide as their widest cell; the last column runs free. */
export function table(heads: string[], rows: string[][]): string {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => (at === cells.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
      .join("  ")
      .trimEnd()
  return [heads, ...rows].map(line).join("\n")
}

/** Names and values, one to a line, the values under each other. */
export function facts(pairs: [name: string, value: string][]): string {
  const width = Math.max(...pairs.map(([name]) => name.length))
  return pairs.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join("\n")
}

/** "2026-01-31T09:30:00.000Z" → "2026-01-31 09:30" (UTC). */
export const minute = (instant: string) => instant.slice(0, 16).replace("T", " ")
