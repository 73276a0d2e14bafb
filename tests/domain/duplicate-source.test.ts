import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { duplicatesOf, plainAddress } from "@/lib/domain/duplicate-source"
import { rows } from "./sample"

const library = rows("source").map(({ id, publisher, title, publishedOn, url }) => ({
  ...{ id, publisher, title, publishedOn },
  address: url,
}))
const nothing = { publisher: "", title: "", publishedOn: "", url: "" }
const found = (typed: Partial<typeof nothing>) => duplicatesOf({ ...nothing, ...typed }, library)

describe("one page under many addresses", () => {
  const page = fc.constantFrom(...library.filter((it) => it.address !== null))
  const spelled = fc.record({
    scheme: fc.constantFrom("http:", "https:"),
    www: fc.boolean(),
    slash: fc.boolean(),
    tracking: fc.constantFrom("", "utm_source=x&utm_medium=mail", "fbclid=abc", "gclid=1"),
    fragment: fc.constantFrom("", "#comments", "#:~:text=NAP"),
    upper: fc.boolean(),
  })
  test("scheme, www, slash, tracking and fragment make no other page", () => {
    fc.assert(
      fc.property(page, spelled, (source, as) => {
        const url = new URL(source.address!)
        url.protocol = as.scheme
        const bare = url.host.replace(/^www\./, "")
        url.host = as.www ? `www.${bare}` : bare
        if (as.slash && !url.pathname.endsWith("/")) url.pathname += "/"
        if (as.tracking) url.search += `${url.search ? "&" : "?"}${as.tracking}`
        url.hash = as.fragment
        const typed = as.upper ? url.href.replace(url.host, url.host.toUpperCase()) : url.href
        const hits = found({ url: ` ${typed} ` })
        expect(hits[0]?.why).toBe("address")
        expect(hits.map((it) => plainAddress(it.source.address!))).toContain(plainAddress(source.address!))
      }),
    )
  })
  test("another path, another parameter, another host is another page", () => {
    const one = plainAddress("https://example.org/a?id=1&x=2")
    expect(plainAddress("http://www.example.org/a/?x=2&id=1&utm_campaign=z#top")).toBe(one)
    for (const other of [
      "https://example.org/b?id=1&x=2",
      "https://example.org/a?id=2&x=2",
      "https://example.com/a?id=1&x=2",
    ])
      expect(plainAddress(other)).not.toBe(one)
  })
  test("what is no web address is none", () => {
    for (const text of ["", "https", "dawn.com/news", "javascript:alert(1)", "mailto:a@b.org"])
      expect(plainAddress(text)).toBeNull()
  })
})

describe("the same words of the same day", () => {
  const dated = library.find((it) => it.publishedOn !== null && it.title.split(" ").length > 5)!
  const typed = { publisher: dated.publisher, title: dated.title, publishedOn: dated.publishedOn! }
  test("a title typed a little differently is found", () => {
    const like = typed.title.split(" ").slice(1).join(" ").toUpperCase().replaceAll(" ", "  ")
    expect(found({ ...typed, title: like }).map((it) => it.source.id)).toContain(dated.id)
    expect(found({ ...typed, publisher: ` ${typed.publisher.toLowerCase()}. ` })[0]).toMatchObject({ why: "words" })
  })
  test("another day, another publisher, other words, or nothing typed yet: none", () => {
    expect(found({ ...typed, publishedOn: "1999-01-01" })).toEqual([])
    expect(found({ ...typed, publisher: "Somebody else" })).toEqual([])
    expect(found({ ...typed, title: "Cricket: first day of the second test" })).toEqual([])
    expect(found(nothing)).toEqual([])
  })
  test("Urdu is one, whichever letters it is typed with", () => {
    const urdu = [
      { id: "u", publisher: "جنگ", title: "قومی ایکشن پلان کی کمیٹی", publishedOn: "2015-01-01", address: null },
    ]
    const arabic = { ...nothing, publisher: "جنگ", title: "قومي ايكشن پلان كي كميٹي", publishedOn: "2015-01-01" }
    expect(duplicatesOf(arabic, urdu)).toHaveLength(1)
  })
})
