import fc from "fast-check"
import { expect, test } from "vitest"
import { type Entry, grow, type Growth, type Ledger, snapshot } from "@/lib/domain/ledger"
import { Query, resolve } from "@/lib/domain/query"
import { KIND_NAMES } from "@/lib/domain/records"
import {
  assertRedactable,
  excerptOf,
  MARK,
  ReasonClass,
  reasonOf,
  RedactionInput,
  redactionsOf,
} from "@/lib/domain/redaction"
import { pointView } from "@/lib/domain/views/point"
import { datasetLedger, rows } from "./sample"

const ledger = datasetLedger()
const SILENCE = rows("silence")[0]!
const TEXT = SILENCE.whatEn
const refused = (text: string) => {
  try {
    assertRedactable(text, ledger)
    return false
  } catch (error) {
    expect(error).toMatchObject({ code: "invalid", fields: { text: [expect.any(String)] } })
    return true
  }
}

/** What a follower reads when revision `number` has taken words out of a silence and out of the first reason. */
function removal(number: number, left: string): Growth {
  const entry = { kind: "silence", id: SILENCE.id, key: `silence/${SILENCE.id}`, act: "redact" } as Entry
  const reason = reasonOf("court-order")
  const publishedAt = `2026-02-0${number}T00:00:00.000Z`
  return {
    revisions: [{ number, publishedAt, kind: "redaction", reason, hash: "", entries: [entry], reasonsRemoved: [1] }],
    versions: {},
    rewritten: {
      versions: { silence: [{ revision: 1, withdrawn: false, record: { ...SILENCE, whatEn: left } }] },
      reasons: [{ number: 1, reason: { en: left, ur: null } }],
    },
  }
}
const says = (held: Ledger, known: number) => snapshot(held, known).records.silence.get(SILENCE.id)!.whatEn

test("a removal changes what is answered about every revision, also where that was asked before", () => {
  const before = datasetLedger()
  expect(says(before, 1)).toBe(TEXT)
  const held = grow(before, removal(2, MARK))
  // Caches are kept by ledger, in every bundle its own: none of them may find it again.
  expect(held).not.toBe(before)
  expect([says(held, 1), says(held, 2)]).toEqual([MARK, MARK])
  expect(held.revisions[0]!.reason).toEqual({ en: MARK, ur: null })
  expect(JSON.stringify([held.revisions, [...held.versions.silence.values()]])).not.toContain(TEXT)
})

test("an older reading of the log that arrives later brings nothing back", () => {
  const before = datasetLedger()
  const [first, second] = [removal(2, `${MARK} of the committees`), removal(3, `${MARK} ${MARK}`)]
  const held = grow(before, {
    revisions: [...first.revisions, ...second.revisions],
    versions: {},
    rewritten: second.rewritten!,
  })
  expect(grow(held, first)).toBe(held)
  expect(says(held, 1)).toBe(`${MARK} ${MARK}`)
  expect(held.newest).toBe(3)
})

test("a removal has no version of its own, and the page of a point stands", () => {
  const held = datasetLedger()
  const { id } = [...snapshot(held, 1).records.assessment.values()].find((it) => it.commitment === "nap2014-01.a")!
  const growth = removal(2, MARK)
  growth.revisions[0]!.entries.push({ kind: "assessment", id, key: "assessment/nap2014-01.a/finding/-", act: "redact" })
  const before = pointView(held, resolve(Query.parse({}), held, "2026-11-22T09:00:00Z"), 1)!
  const grown = grow(held, growth)
  const after = pointView(grown, resolve(Query.parse({}), grown, "2026-11-22T09:00:00Z"), 1)!
  expect(after.strands).toEqual(before.strands)
  expect(after.history.map(({ items }) => items)).toEqual(before.history.map(({ items }) => items))
})

test.each(ReasonClass.options)("the tombstone of a removal for %s tells day, reason and records", (reasonClass) => {
  const growth = removal(2, MARK)
  growth.revisions[0]!.reason = reasonOf(reasonClass)
  const held = grow(datasetLedger(), growth)
  const tombstone = {
    revision: 2,
    publishedAt: "2026-02-02T00:00:00.000Z",
    reasonClass,
    records: [{ kind: "silence", id: SILENCE.id }],
    reasons: [1],
  }
  expect(redactionsOf(held)).toEqual([tombstone])
  expect(redactionsOf(held, 1)).toEqual([])
  // In both languages, and each class in words of its own.
  expect(new Set(ReasonClass.options.flatMap((it) => Object.values(reasonOf(it)))).size).toBe(8)
})

test("ordinary words of the record can be taken out", () => {
  for (const { whatEn, whatUr } of rows("silence")) expect([refused(whatEn), refused(whatUr)]).toEqual([false, false])
  for (const text of ["35202-1234567-1", "0300 1234567", "+92 300 1234567", "Ustad Qurban", "قربان علی"]) {
    expect([text, refused(text)]).toEqual([text, false])
  }
})

const part = (text: string) =>
  fc
    .tuple(fc.nat(text.length - 4), fc.integer({ min: 4, max: text.length }))
    .map(([from, length]) => text.slice(from, from + length))

test("no part of an id, of a moment or of a fixed word can be taken out: the record itself would break", () => {
  const ids = KIND_NAMES.flatMap((kind) => [...ledger.versions[kind].keys()]).filter((id) => id.length >= 4)
  fc.assert(fc.property(fc.constantFrom(...ids).chain(part), (text) => refused(text)))
  fc.assert(fc.property(part("2026-11-22T09:41:07.123Z"), (text) => refused(text)))
  for (const word of [
    "rationaleEn",
    "evidence",
    "supports",
    "non-kinetic",
    "no-public-evidence",
    "titleIsDescription",
  ]) {
    fc.assert(fc.property(part(word), (text) => refused(text)))
  }
})

test("what is short enough to stand in a hash by chance, or was taken out already, is refused", () => {
  for (const text of ["e3b0c44", "facade", "2014", MARK, `${MARK} ${MARK}`]) expect([text, refused(text)]).toEqual([text, true]) // prettier-ignore
})

test("a request names a text of four characters at least, or a copy", () => {
  const read = (input: object) => RedactionInput.safeParse({ reasonClass: "safety", ...input }).success
  expect(read({ text: "four" })).toBe(true)
  expect(read({ copies: ["a".repeat(64)] })).toBe(true)
  expect(read({})).toBe(false)
  expect(read({ text: "two" })).toBe(false)
  expect(read({ text: "   two   " })).toBe(false)
  expect(read({ copies: ["A"] })).toBe(false)
  expect(read({ text: "four", reasonClass: "because" })).toBe(false)
})

test("an excerpt holds the text and little else, wherever it stands", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 4 }), fc.string(), (before, text, after) => {
      const excerpt = excerptOf({ note: null, list: [{ quote: `${before}${text}${after}` }] }, text)!
      expect(excerpt).toContain(text)
      expect(excerpt.length).toBeLessThanOrEqual(text.length + 122)
    }),
  )
  expect(excerptOf({ note: null, list: ["nothing"] }, "of it")).toBeNull()
})
