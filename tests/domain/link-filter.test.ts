import fc from "fast-check"
import { expect, test } from "vitest"
import { chosen, EVERYTHING, isOver, stands } from "@/components/admin/links/filter"
import { addDays, type Day } from "@/lib/domain/date"
import type { Share } from "@/lib/domain/share"

const TODAY = "2026-11-22"
const STANDINGS = ["active", "paused", "soon", "endless", "expired", "revoked"] as const

const day = (days: number): Day => addDays(TODAY, days)
const someLink = fc.record({
  id: fc.uuid(),
  label: fc.string({ maxLength: 12 }),
  known: fc.option(fc.integer({ min: 1, max: 9 })),
  state: fc.constantFrom("active", "paused", "expired", "revoked"),
  creatorId: fc.option(fc.constantFrom("a", "b")),
  expiresAt: fc.option(fc.integer({ min: 0, max: 40 }).map((days) => `${day(days)}T00:00:00.000Z`)),
}) as unknown as fc.Arbitrary<Share>
const links = fc.array(someLink, { maxLength: 30 })

test("nothing chosen shows every link in its order", () => {
  fc.assert(
    fc.property(links, (list) => {
      expect(chosen(list, EVERYTHING, TODAY)).toEqual(list)
    }),
  )
})

test("live and frozen part the links, and so do the four states", () => {
  fc.assert(
    fc.property(links, (list) => {
      const of = (part: Partial<typeof EVERYTHING>) => chosen(list, { ...EVERYTHING, ...part }, TODAY).length
      expect(of({ kind: "live" }) + of({ kind: "frozen" })).toBe(list.length)
      const states = (["active", "paused", "expired", "revoked"] as const).map((standing) => of({ standing }))
      expect(states.reduce((sum, each) => sum + each, 0)).toBe(list.length)
    }),
  )
})

test("what is over neither ends soon nor goes on for ever", () => {
  fc.assert(
    fc.property(someLink, (link) => {
      if (isOver(link)) expect([stands(link, "soon", TODAY), stands(link, "endless", TODAY)]).toEqual([false, false])
      expect(stands(link, "soon", TODAY) && stands(link, "endless", TODAY)).toBe(false)
    }),
  )
})

test.each([
  [0, true],
  [7, true],
  [8, false],
])("a link that ends in %i days ends within a week: %s", (days, isSoon) => {
  const link = { state: "active", expiresAt: `${day(days)}T10:00:00.000Z` } as const
  expect(stands(link, "soon", TODAY)).toBe(isSoon)
})

test("every choice is kept together with the others", () => {
  const anyFilter = fc.record({
    kind: fc.constantFrom("all" as const, "live" as const, "frozen" as const),
    standing: fc.option(fc.constantFrom(...STANDINGS)),
    person: fc.option(fc.constantFrom("a", "b")),
    words: fc.string({ maxLength: 2 }),
  })
  fc.assert(
    fc.property(links, anyFilter, (list, filter) => {
      for (const link of chosen(list, filter, TODAY)) {
        if (filter.kind !== "all") expect(link.known === null).toBe(filter.kind === "live")
        if (filter.standing) expect(stands(link, filter.standing, TODAY)).toBe(true)
        if (filter.person) expect(link.creatorId).toBe(filter.person)
        expect(link.label.toLocaleLowerCase()).toContain(filter.words.trim().toLocaleLowerCase())
      }
    }),
  )
})

test("a label is found whatever its capitals", () => {
  const list = [{ label: "Senate Committee" }, { label: "سینیٹ" }] as Share[]
  expect(chosen(list, { ...EVERYTHING, words: "senATE " }, TODAY)).toEqual([list[0]])
  expect(chosen(list, { ...EVERYTHING, words: "سین" }, TODAY)).toEqual([list[1]])
})
