import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Citation, CiteStyle, spellCitation } from "@/lib/domain/citation-style"

describe("styles", () => {
  const citation: Citation = {
    id: "r12-3f9a0c77d1e2",
    author: "NAP Tracker",
    title: "Point 5: {Smuggling} & 100 % of #drugs_\\",
    version: "Data set, revision 12; findings; as of 22 Nov 2026",
    revision: 12,
    publishedOn: "2026-11-22",
    published: "22 Nov 2026",
    url: "https://nap.example/en/cite/r12-3f9a0c77d1e2?asOf=2026-11-22",
    language: "en",
  }

  test("words, BibTeX, RIS and CSL-JSON say the same", () => {
    for (const style of CiteStyle.options) {
      const text = spellCitation(citation, style)
      expect(text, style).toContain("NAP Tracker")
      expect(text, style).toContain(citation.url)
      expect(text, style).toContain("2026")
    }
    expect(spellCitation(citation, "bibtex")).toContain(
      "title = {{Point 5: \\{Smuggling\\} \\& 100 \\% of \\#drugs\\_\\textbackslash{}}}",
    )
    expect(spellCitation(citation, "ris")).toMatch(/^TY {2}- DATA\r\n(.*\r\n)*ER {2}- \r\n$/)
    expect(JSON.parse(spellCitation(citation, "csl"))).toEqual([
      expect.objectContaining({ type: "dataset", version: "12", URL: citation.url, title: citation.title }),
    ])
  })

  const anyTitle = fc
    .array(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("\r\nER  - ", "\nAU  - Somebody", "}}", "{", "\\")),
    )
    .map((parts) => parts.join(""))

  test("no title breaks out of its field", () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const lines = spellCitation({ ...citation, title }, "ris").split("\r\n")
        expect(lines.filter((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toHaveLength(11)
        const bib = spellCitation({ ...citation, title }, "bibtex").replaceAll(/\\[\\{}]/g, "")
        expect(bib.split("{").length).toBe(bib.split("}").length)
      }),
    )
  })
})
