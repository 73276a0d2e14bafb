import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { DraftOperation } from "@/lib/domain/proposal"
import { KIND_NAMES } from "@/lib/domain/records"
import { scanProposal, scanText } from "@/lib/domain/scan"
import { rows } from "./sample"

const kinds = (text: string) => scanText(text).map(({ kind }) => kind)
const digit = fc.integer({ min: 0, max: 9 })
const digits = (count: number) => fc.array(digit, { minLength: count, maxLength: count }).map((list) => list.join(""))
/** The same number as it is written with other digits. */
const spellings = (text: string) => [
  text,
  text.replaceAll(/\d/g, (it) => "٠١٢٣٤٥٦٧٨٩"[Number(it)]!),
  text.replaceAll(/\d/g, (it) => "۰۱۲۳۴۵۶۷۸۹"[Number(it)]!),
  text.replaceAll("-", "–"),
  text.split("").join("\u200b"),
]
const words = fc.constantFrom("", "said ", "نمبر ", "(", "CNIC: ", "\n")

describe("what leads to a person is found, in any digits", () => {
  test("identity cards, with and without dashes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), digits(4), digits(7), digit, words, (a, b, c, d, before) => {
        for (const number of [`${a}${b}-${c}-${d}`, `${a}${b} ${c} ${d}`, `${a}${b}${c}${d}`])
          for (const spelled of spellings(number)) expect(kinds(`${before}${spelled} end`)).toEqual(["identity-card"])
      }),
    )
  })
  test("mobile numbers, at home and from abroad", () => {
    fc.assert(
      fc.property(digits(2), digits(7), words, (operator, rest, before) => {
        const spelled = [
          `03${operator}-${rest}`,
          `03${operator}${rest}`,
          `03${operator} ${rest.slice(0, 3)} ${rest.slice(3)}`,
          `+92 3${operator} ${rest}`,
          `+923${operator}${rest}`,
          `0092-3${operator}-${rest}`,
        ]
        for (const number of spelled.flatMap(spellings)) expect(kinds(`${before}${number}.`)).toEqual(["phone"])
      }),
    )
  })
  test.each(["051-9201234", "(021) 99201234", "+92-51-9201234", "+1 202 555 0100", "+44 (20) 7946 0958"])(
    "the number %s",
    (number) => expect(kinds(`Call ${number} today`)).toEqual(["phone"]),
  )
  test.each(["a.khan@example.org", "Info@MOI.gov.pk", "name [at] example.com", "x+y@sub.domain.co.uk"])(
    "the address %s",
    (address) => expect(kinds(`(${address})`)).toEqual(["email"]),
  )
  test("coordinates: pairs of decimals anywhere on the globe", () => {
    const place = fc.tuple(
      fc.double({ min: -89.9, max: 89.9, noNaN: true }),
      fc.double({ min: 1, max: 179.9, noNaN: true }),
    )
    fc.assert(
      fc.property(place, fc.constantFrom(", ", ",", " ", "; ", "، "), ([north, east], between) => {
        const text = `at ${north.toFixed(4)}${between}${east.toFixed(4)} by road`
        for (const spelled of [text, text.replaceAll(/\d/g, (it) => "۰۱۲۳۴۵۶۷۸۹"[Number(it)]!)])
          expect(kinds(spelled)).toEqual(["coordinates"])
      }),
    )
  })
  test.each([
    `33°41'04"N`,
    "33° 41.07′ N",
    "33.68° N",
    "https://maps.google.com/@33.6844,73.0479,15z",
    "https://www.google.com/maps/place/x/data=!3d33.6844!4d73.0479",
    "۳۳٫۶۸۴۴° شمال",
  ])("the place %s", (text) => expect(kinds(text)).toEqual(["coordinates"]))
})

describe("what only looks a little like it is passed over", () => {
  test.each([
    "In 2014–15 and 2015-2016, 1,234,567 of 12,345,678,901 rupees were spent.",
    "SRO 1234(I)/2019, revision 12345, case no. 17/2020, ISBN 978-3-16-148410-0",
    "https://www.dawn.com/news/1730112345671/some-title-of-2014",
    "Rs 3,000,000 or 0.12, 0.45 and 12.5, 33.3 per cent",
    "From 1 March 2014 to 31 Dec 2025, 00 to 24 h",
    "UN Doc S/RES/2178 (2014); PLD 2015 SC 401; 25°",
    "@handle and medium.com/@somebody and a@b",
    "12345-1234567",
    "9999912345678",
    `a hash ${"0123456789abcdef".repeat(4)}`,
  ])("%s", (text) => expect(scanText(text)).toEqual([]))

  test("the whole starting data is passed over", () => {
    const operations = KIND_NAMES.filter((kind) => kind !== "check").flatMap((kind) =>
      rows(kind).map((record) => ({ act: "add", kind, record }) as unknown as DraftOperation),
    )
    expect(operations.length).toBeGreaterThan(1400)
    expect(scanProposal({ operations })).toEqual([])
  })
  test("plain prose, whatever its letters, never breaks and tells at most twenty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        expect(scanText(text).length).toBeLessThanOrEqual(20)
      }),
    )
    expect(scanText("0300-1234567 ".repeat(500))).toHaveLength(20)
  })
})

test("a find says where it stands and shows the words around it", () => {
  const record = {
    ...structuredClone(rows("assessment")[0]!),
    rationaleEn: `${"x ".repeat(60)}The clerk, 35202-1234567-1, signed it. ${"y ".repeat(60)}`,
    evidence: [{ source: "s", bearing: "supports" as const, quote: "write to a@b.org", note: null }],
  }
  const found = scanProposal({
    operations: [
      { act: "withdraw", kind: "event", id: "35202-1234567-1" },
      { act: "change", kind: "assessment", record },
    ],
    reasonEn: "Told by +92 300 1234567.",
    reasonUr: "۳۵۲۰۲-۱۲۳۴۵۶۷-۱",
  })
  expect(found.map(({ step, field, kind }) => [step, field, kind])).toEqual([
    [null, "reasonEn", "phone"],
    [null, "reasonUr", "identity-card"],
    [1, "evidence.0.quote", "email"],
    [1, "rationaleEn", "identity-card"],
  ])
  expect(found[3]!.excerpt).toContain("The clerk, 35202-1234567-1, signed it.")
  expect(found[3]!.excerpt.length).toBeLessThan(80)
})

test("a long text is searched in time that grows with its length only", () => {
  const hostile = ["1", "12345-", "a.", "33.123, ", "+9 ", "0300 ", "12°", "a@", "x", "(021) "]
  for (const part of hostile) {
    const started = performance.now()
    scanText(part.repeat(Math.ceil(400_000 / part.length)))
    expect(performance.now() - started, part).toBeLessThan(1500)
  }
})
