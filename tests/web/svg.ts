import { expect } from "vitest"

const MARKS = /[\u2066-\u2069\u200e\u200f]/g

/** The words of a drawing, one entry for each text, without what orders their direction. */
export const wordsIn = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text]) =>
    text!
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll(MARKS, "")
      .replaceAll("&amp;", "&")
      .replaceAll(/&#x27;|&#39;/g, "'")
      .replaceAll("&quot;", '"'),
  )

/** The rows of a drawing by their key, in order, each as its words; the last one ends where nothing is below it. */
export const rowsIn = (svg: string) =>
  new Map(
    svg
      .split(/<g data-row="/)
      .slice(1)
      .map((row): [string, string[]] => [/^[^"]*/.exec(row)![0], wordsIn(row)]),
  )

/** Every tag that opens closes, in order: programs that draw pictures forgive nothing. */
export function assertWellFormed(xml: string) {
  const open: string[] = []
  for (const [, end, name, empty] of xml.matchAll(/<(\/?)([A-Za-z]+)(?:\s[^>]*?)?(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name)
    else if (!empty) open.push(name!)
  }
  expect(open).toEqual([])
  expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#)/)
}
