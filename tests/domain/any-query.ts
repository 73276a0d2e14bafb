import fc from "fast-check"
import { addDays } from "@/lib/domain/date"
import { Query } from "@/lib/domain/query"

/** Whatever a reader may ask of the dataset, of any day since the first plan; each choice is often left open. */
export const anyQuery = fc
  .record({
    plan: fc.constantFrom("nap-2014", "nap-2021"),
    asOf: fc.option(fc.integer({ min: 0, max: 4300 }).map((days) => addDays("2014-12-24", days))),
    lane: fc.constantFrom("finding" as const, "claim" as const),
    track: fc.constantFrom(null, null, "kinetic" as const, "non-kinetic" as const),
    region: fc.constantFrom(null, null, "KP", "BALOCHISTAN"),
    points: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 5 })),
  })
  .map((it) => Query.parse({ ...it, points: it.points?.sort((a, b) => a - b) ?? null }))
