import fc from "fast-check"
import { expect, test } from "vitest"
import { AuditFilter, readAuditFilter, searchOfAudit } from "@/lib/domain/audit"
import { addDays } from "@/lib/domain/date"

const day = fc.nat(9000).map((days) => addDays("2014-12-16", days))
const word = fc.stringMatching(/^[a-z]{1,9}$/)
const filter = fc.record({
  who: fc.option(fc.uuid()),
  action: fc.option(
    fc.oneof(
      word,
      fc.tuple(word, word).map(([thing, act]) => `${thing}.${act}`),
    ),
  ),
  subject: fc.option(fc.stringMatching(/^[a-z]{1,9}:[\w/&=+%-]{0,30}$/)),
  from: fc.option(day),
  to: fc.option(day),
})

test("a filter survives its address", () => {
  fc.assert(
    fc.property(filter, (given) => {
      expect(readAuditFilter(new URLSearchParams(searchOfAudit(given)))).toEqual(given)
    }),
  )
})

test("what makes no sense in an address is left out, whatever it is", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("who", "action", "subject", "from", "to", "x"), fc.string()), (given) => {
      expect(AuditFilter.safeParse(readAuditFilter(new URLSearchParams(given))).success).toBe(true)
    }),
  )
  const nonsense = new URLSearchParams({ from: "yesterday", to: "2026-02-30", action: "'; DROP", who: "" })
  expect(readAuditFilter(nonsense)).toEqual({ who: null, action: null, subject: null, from: null, to: null })
})
