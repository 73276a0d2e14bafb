import { z } from "zod"
import type { Day } from "@/lib/domain/date"

/** How a citation can be spelled: words to read, BibTeX, RIS, CSL-JSON. */
export const CiteStyle = z.enum(["text", "bibtex", "ris", "csl"])
export type CiteStyle = z.infer<typeof CiteStyle>

/** What a citation says, in its reader's language. `publishedOn` is the day of the revision; `url` the permanent address. */
export type Citation = {
  id: string
  author: string
  title: string
  /** "Data set, revision 12; finding lane, as of 22 Nov 2026". */
  version: string
  revision: number
  publishedOn: Day
  /** That day in words, as the text style has it. */
  published: string
  url: string
  language: "en" | "ur"
}

export const CITE_FILES: Record<CiteStyle, { ending: string; mediaType: string }> = {
  text: { ending: "txt", mediaType: "text/plain; charset=utf-8" },
  bibtex: { ending: "bib", mediaType: "application/x-bibtex; charset=utf-8" },
  ris: { ending: "ris", mediaType: "application/x-research-info-systems; charset=utf-8" },
  csl: { ending: "json", mediaType: "application/vnd.citationstyles.csl+json; charset=utf-8" },
}

/** A citation in one style, as a file holds it. */
export function spellCitation(it: Citation, style: CiteStyle): string {
  switch (style) {
    case "text":
      return `${citationText(it)}\n`
    case "bibtex":
      return bibtex(it)
    case "ris":
      return ris(it)
    case "csl":
      return csl(it)
  }
}

/** After the APA's pattern: author (date). Title [what it is]. Address. In Urdu with Urdu stops and brackets. */
export function citationText({ author, published, title, version, url, language }: Citation): string {
  const stop = language === "ur" ? "۔" : "."
  return `${author}${stop} (${published})${stop} ${title} [${version}]${stop} ${url}`
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

function bibtex(it: Citation): string {
  const [year, month] = it.publishedOn.split("-")
  const fields = [
    ["author", `{{${tex(it.author)}}}`],
    ["title", `{{${tex(it.title)}}}`],
    ["year", `{${year}}`],
    ["month", MONTHS[Number(month) - 1]!],
    ["version", `{${it.revision}}`],
    ["note", `{${tex(it.version)}}`],
    ["langid", `{${it.language === "ur" ? "urdu" : "english"}}`],
    // Between braces an address needs no escapes in \url, and readers of BibTeX expect it as it is.
    ["url", `{${it.url}}`],
  ]
  return `@misc{nap-${it.id},\n${fields.map(([name, value]) => `  ${name} = ${value}`).join(",\n")}\n}\n`
}

const TEX: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
}
const tex = (text: string) => oneLine(text).replaceAll(/[\\{}~^#$%&_]/g, (mark) => TEX[mark] ?? `\\${mark}`)

function ris(it: Citation): string {
  const lines = [
    ["TY", "DATA"],
    ["ID", it.id],
    ["AU", it.author],
    ["TI", it.title],
    ["PY", it.publishedOn.slice(0, 4)],
    ["DA", it.publishedOn.replaceAll("-", "/")],
    ["ET", String(it.revision)],
    ["N1", it.version],
    ["LA", it.language],
    ["UR", it.url],
    ["ER", ""],
  ]
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value!)}\r\n`).join("")
}

function csl(it: Citation): string {
  const item = {
    id: `nap-${it.id}`,
    type: "dataset",
    author: [{ literal: it.author }],
    title: it.title,
    issued: { "date-parts": [it.publishedOn.split("-").map(Number)] },
    version: String(it.revision),
    note: it.version,
    language: it.language,
    URL: it.url,
  }
  return `${JSON.stringify([item], null, 2)}\n`
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim()

/** What a screen offers for citing it: the words, the permanent address with and without the site, a file in each style. */
export type CitationView = {
  id: string
  text: string
  /** "/en/cite/r12-3f9a0c77d1e2?…" */
  path: string
  url: string
  files: { style: CiteStyle; href: string }[]
  /** Whether what is cited can be chosen otherwise without asking the server. */
  moves?: boolean
}
