import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { folded } from "@/lib/domain/folded"
import { finder, searchable, wordsOf } from "@/lib/domain/search"

const LETTERS = [
  ..."abcXYZéñüİſßΣ",
  ..."ابتثجچحخدڈرڑزسشصضطظعغفقکگلمنںوہھءیےئؤآأإٱةۂۃيكه",
  ..."٠١٢۰۱۲09",
  ..."ًَُِّْٰـ\u200c\u200d\u2066 -/",
]
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
)
const finds = (asked: string, ...texts: string[]) => finder(asked)(searchable(texts))

describe("letters that are written differently are one", () => {
  test.each([
    ["علي", "علی", "Arabic and Urdu yeh"],
    ["كشمير", "کشمیر", "Arabic and Urdu kaf"],
    ["مدرسه", "مدرسہ", "heh"],
    ["فاٹا کے لئے", "فاٹا کے لیے", "yeh with hamza"],
    ["علماء", "علما", "a hamza that is not written"],
    ["مؤثر", "موثر", "waw with hamza"],
    ["قُرآن", "قران", "vowel marks and madda"],
    ["پاکـــستان", "پاکستان", "tatweel"],
    ["اسلام\u200cآباد", "اسلامآباد", "a joiner that does not show"],
    ["Résumé", "RESUME", "Latin accents and capitals"],
    ["۲۰۱۴ ٢٠١٤", "2014 2014", "Eastern digits"],
    ["ﻻ ﷲ", "لا الله", "presentation forms"],
  ])("%s is %s: %s", (one, other) => {
    expect(folded(one)).toBe(folded(other))
    expect(finds(one, other)).toBe(true)
    expect(finds(other, one)).toBe(true)
  })

  test("folding twice is folding once", () => {
    fc.assert(
      fc.property(text, (it) => {
        expect(folded(folded(it))).toBe(folded(it))
      }),
      { numRuns: 2000 },
    )
  })

  test("what differs stays different", () => {
    for (const [one, other] of [
      ["لڑکی", "لڑکے"],
      ["بار", "پار"],
      ["رات", "راٹ"],
      ["act", "acts"],
      ["1", "2"],
    ] as const)
      expect(folded(one)).not.toBe(folded(other))
  })
})

describe("spellings of one word", () => {
  const FAMILIES = [
    ["madrassa", "Madrasa", "madaris", "madrassah", "seminaries", "seminary", "مدرسہ", "مدارس", "مدارِس"],
    ["Panjab", "Punjab", "پنجاب"],
    ["Baluchistan", "Balochistan", "بلوچستان"],
    ["Pakhtoonkhwa", "Pakhtunkhwa"],
  ]
  test.each(FAMILIES)("%s finds all of its family", (...family) => {
    for (const one of family)
      for (const other of family) expect(finds(one, `The ${other} here`), `${one} ${other}`).toBe(true)
  })
  test("families do not mix, and another word has none", () => {
    expect(finds("Punjab", "Balochistan")).toBe(false)
    expect(finds("seminar", "madaris")).toBe(false)
    expect(finds("madaris", "police")).toBe(false)
  })
})

describe("searching", () => {
  test("every word must stand, begun or whole; nothing asked finds everything", () => {
    expect(finds("terror finan", "Terrorist financing is choked")).toBe(true)
    expect(finds("terror health", "Terrorist financing is choked")).toBe(false)
    expect(finds("errorist", "Terrorist financing")).toBe(false)
    expect(finds("  ", "anything")).toBe(true)
    expect(finds("5a", "nap2014-05.a", "5a")).toBe(true)
  })
  test("a text is found by all its own words, in any order, and by their beginnings", () => {
    fc.assert(
      fc.property(text, text, fc.nat(), (it, other, at) => {
        const words = wordsOf(it)
        expect(finds(it, other, it)).toBe(true)
        expect(finds(words.toReversed().join(" "), it)).toBe(true)
        const word = words[at % Math.max(1, words.length)]
        if (word) expect(finds([...word].slice(0, 1 + (at % [...word].length)).join(""), it)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
  test("asking more never finds more", () => {
    fc.assert(
      fc.property(text, text, text, (a, b, it) => {
        if (finds(`${a} ${b}`, it)) expect(finds(a, it) && finds(b, it)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
