import type { DraftOperation } from "@/lib/domain/proposal"

/**
 * What nobody wants to publish by accident: marks that lead to a person or to a house. The scanner only warns; whether
 * a number is a ministry's or a witness's is for a person to tell.
 */
export type MarkKind = "identity-card" | "phone" | "email" | "coordinates"

/** One find in a text: what it looks like, and the place with a few words around it. */
export type Mark = { kind: MarkKind; excerpt: string }

/**
 * A find in a proposal. `step` counts from 0 and is null for the proposal's own reasons; `field` is a path within the
 * record ("rationaleEn", "evidence.0.quote", "copy"). `unread`: a copy that no scanner can read; somebody must look.
 */
export type Warning = { step: number | null; field: string; kind: MarkKind | "unread"; excerpt: string }

/** The most finds that are told of one text; whoever sees these looks at the whole anyway. */
const MOST = 20
const AROUND = 24

const BEFORE = String.raw`(?<![\w+.-])`
const HALF = String.raw`-?\d{1,3}\.\d{3,}`
const DEGREES = String.raw`\d{1,3}\s?°\s?\d{1,2}(?:\.\d+)?\s?['’′]\s?(?:\d{1,2}(?:\.\d+)?\s?(?:["”″]|'')\s?)?`
const HEMISPHERE = String.raw`(?:[NSEW](?![a-z])|شمال|جنوب|مشرق|مغرب)`

const PATTERNS: { kind: MarkKind; pattern: RegExp; holds?: (match: RegExpExecArray) => boolean }[] = [
  // An identity card begins with the digit of a province or territory.
  { kind: "identity-card", pattern: new RegExp(String.raw`${BEFORE}[1-8]\d{4}-\d{7}-\d(?![\w-])`, "g") },
  { kind: "identity-card", pattern: new RegExp(String.raw`${BEFORE}[1-8]\d{4} \d{7} \d(?!\w)`, "g") },
  {
    kind: "identity-card",
    pattern: new RegExp(String.raw`${BEFORE}[1-8]\d{12}(?!\w)`, "g"),
    holds: (match) => !isInAddress(match),
  },
  // +92 300 1234567, 0092-51-9201234, and any other number with its country.
  {
    kind: "phone",
    pattern: /(?<![\w+.])(?:\+|00)[1-9]\d{0,2}(?:[ .-]?\(?\d{1,7}\)?){2,5}(?!\w)/g,
    holds: (match) => (digits(match[0]) >= 10 && digits(match[0]) <= 16) || false,
  },
  { kind: "phone", pattern: new RegExp(String.raw`${BEFORE}03\d{2}[ .-]?\d{3}[ .-]?\d{4}(?![\w-])`, "g") },
  // An area code and a number: 051-9201234, (021) 99201234.
  { kind: "phone", pattern: /(?<![\w+.-])(?:\(0[1-9]\d{1,3}\)[ -]?|0[1-9]\d{1,3}[ -])\d{6,8}(?![\w-])/g },
  {
    kind: "email",
    pattern:
      /(?<![\w.+%-])[\w.+%-]{1,64}(?:@| ?[[(]at[\])] ?)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,24}(?![\w-])/gi,
  },
  {
    kind: "coordinates",
    pattern: new RegExp(String.raw`(?<![\w.])(${HALF})\s?°?\s?[NS]?\s?[,;/ ]\s?(${HALF})(?![\w.]*\d)`, "g"),
    holds: ([, first, second]) => isPlace(Number(first), Number(second)),
  },
  {
    kind: "coordinates",
    pattern: new RegExp(String.raw`!3d(${HALF})!4d(${HALF})`, "g"),
    holds: ([, first, second]) => isPlace(Number(first), Number(second)),
  },
  { kind: "coordinates", pattern: new RegExp(String.raw`(?<!\d)${DEGREES}${HEMISPHERE}`, "g") },
  {
    kind: "coordinates",
    pattern: new RegExp(String.raw`(?<![\d.])\d{1,3}\.\d{2,}\s?°\s?${HEMISPHERE}`, "g"),
  },
]

/** What in a text looks like a person's number, address or place. In the order of the text, at most twenty. */
export function scanText(text: string): Mark[] {
  const { plain, places } = plainly(text)
  const found: (Mark & { from: number; to: number })[] = []
  for (const { kind, pattern, holds } of PATTERNS) {
    for (const match of plain.matchAll(pattern)) {
      if (holds && !holds(match)) continue
      const [from, to] = [match.index, match.index + match[0].length]
      if (found.some((it) => from < it.to && it.from < to)) continue
      found.push({ kind, excerpt: around(text, places[from]!, places[to - 1]! + 1), from, to })
      if (found.length >= MOST * 4) break
    }
  }
  return found
    .sort((a, b) => a.from - b.from)
    .slice(0, MOST)
    .map(({ kind, excerpt }) => ({ kind, excerpt }))
}

/** What may be personal in everything that publishing these steps and reasons would show. */
export function scanProposal(proposal: {
  operations: readonly DraftOperation[]
  reasonEn?: string
  reasonUr?: string | null
}): Warning[] {
  const reasons = (["reasonEn", "reasonUr"] as const).flatMap((field) =>
    scanText(proposal[field] ?? "").map((mark) => ({ step: null, field, ...mark })),
  )
  const steps = proposal.operations.flatMap((operation, step) =>
    operation.act === "withdraw"
      ? []
      : textsOf(operation.record).flatMap(({ field, text }) =>
          scanText(text).map((mark) => ({ step, field, ...mark })),
        ),
  )
  return [...reasons, ...steps]
}

/** Every text within a record, with the path to it. Names of records and hashes are no texts. */
function textsOf(value: unknown, path: string[] = []): { field: string; text: string }[] {
  if (typeof value === "string") return [{ field: path.join("."), text: value }]
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "sha256" || (path.length === 0 && name === "id") ? [] : textsOf(inner, [...path, name]),
  )
}

/** Eastern digits, dashes and spaces as their plain counterparts, marks without width left out; `places` lead back. */
function plainly(text: string): { plain: string; places: number[] } {
  const places: number[] = []
  let plain = ""
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/.test(letter)) continue
    plain += PLAIN[letter] ?? letter
    places.push(at)
  }
  return { plain, places }
}

const PLAIN: Record<string, string> = Object.fromEntries([
  ...[..."٠١٢٣٤٥٦٧٨٩"].map((digit, value) => [digit, String(value)]),
  ...[..."۰۱۲۳۴۵۶۷۸۹"].map((digit, value) => [digit, String(value)]),
  ...[..."‐‑‒–—−۔"].map((dash) => [dash, "-"]),
  ...[..."\u00a0\u2007\u2009\u202f"].map((space) => [space, " "]),
  ["٫", "."],
  ["،", ","],
  ["＠", "@"],
])

/** A run of digits in a web address is the number of a page. */
function isInAddress(match: RegExpExecArray): boolean {
  const before = match.input.slice(Math.max(0, match.index - 300), match.index)
  return /https?:\/\/\S*$/.test(before)
}

/** On the globe, and not two small numbers of a table. */
const isPlace = (first: number, second: number) =>
  Math.abs(first) <= 90 && Math.abs(second) <= 180 && (Math.abs(first) >= 1 || Math.abs(second) >= 1)

const digits = (text: string) => text.replaceAll(/\D/g, "").length

function around(text: string, from: number, to: number): string {
  const [start, end] = [Math.max(0, from - AROUND), Math.min(text.length, to + AROUND)]
  const shown = text.slice(start, end).replaceAll(/\s+/g, " ").trim()
  return `${start > 0 ? "…" : ""}${shown}${end < text.length ? "…" : ""}`
}
