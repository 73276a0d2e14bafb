import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { promisedItems, promisesFinding } from "@/components/views/momentum/promise-words"
import { PromisesFigure } from "@/components/views/momentum/promises-figure"
import { NO_HREFS } from "@/components/views/hrefs"
import { SilencesDrawing } from "@/components/drawings/overview-drawings"
import { silencePlain, silencesFinding, silencesShown, silenceTold } from "@/components/views/overview/silences"
import { Query, resolve } from "@/lib/domain/query"
import { compareView } from "@/lib/domain/views/compare/compare"
import { momentumView } from "@/lib/domain/views/momentum"
import { overview } from "@/lib/domain/views/overview"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger, rows } from "./sample"

const ledger = datasetLedger()
const ask = (given: Partial<Query> = {}) => resolve(Query.parse(given), ledger, "2026-11-22T09:00:00Z")
const locales = ["en", "ur"] as const
const plans = ["nap-2014", "nap-2021"] as const

test.each(plans)(
  "only what the record has a promise for is called promised, and only a set day a date (%s)",
  (plan) => {
    const view = overview(ledger, ask({ plan }))
    const own = rows("silence").filter((it) => it.plan === plan)
    const owed = own.filter((it) => it.status !== "ended")
    const missing = owed.filter((it) => it.status === "not-found").length
    const dated = owed.filter((it) => it.dueOn !== null).length
    for (const locale of locales) {
      const { silences: words } = messages(locale).overview
      const ended = own.length - owed.length
      expect(silencesFinding(locale, view)).toBe(words.finding(missing, owed.length, dated, ended))
      expect(owed.length + ended).toBe(view.silences.length)
      for (const it of view.silences) {
        const said = silenceTold(locale, it, ["2014-12-24", view.asOf]).words
        const isPromised = said.startsWith(words.promised("").trim())
        const record = own.find(({ id }) => id === it.id)!
        expect([it.id, isPromised]).toEqual([
          it.id,
          record.promisedOn !== null && record.dueOn === null && record.status !== "ended",
        ])
      }
    }
  },
)

test("a monitor of nobody's promise is told as last seen, also while its end was not known", () => {
  for (const asOf of ["2019-01-01", "2026-11-22"]) {
    const view = overview(ledger, ask({ asOf }))
    const monitor = view.silences.find(({ id }) => id === "silence-18")!
    const { words } = silenceTold("en", monitor, ["2014-12-24", asOf])
    expect(words).toContain("last seen 27 Feb 2018")
    expect(words).not.toContain("promised")
  }
})

test.each(plans)("reports that never had a date are those that were promised without one (%s)", (plan) => {
  const { promises } = momentumView(ledger, ask({ plan }))
  const own = rows("silence").filter((it) => it.plan === plan && it.dueOn === null)
  const promised = own.filter((it) => it.promisedOn !== null && it.status !== "ended")
  expect(promises.undated).toMatchObject({ reports: own.length, promised: promised.length })
})

test("one promise recorded as a commitment and as a report is counted once, with the commitment's outcome", () => {
  const view = momentumView(ledger, ask())
  const { commitments, reports, dates, past } = view.promises
  const twice = reports.filter((it) => it.repeats !== null)
  expect(twice.map(({ id, repeats }) => [id, repeats])).toEqual([["silence-07", "nap2014-12.a"]])
  expect(dates.due).toBe(past.due - 1)
  expect(dates.due).toBe([...commitments, ...reports].filter((it) => it.isDue).length - twice.length)
  for (const locale of locales) {
    const items = promisedItems(locale, view)
    expect(items.map(({ id }) => id)).not.toContain("silence-07")
    expect(promisesFinding(locale, view)).toBe(
      messages(locale).momentum.promises.finding(dates.due, dates.kept, dates.open),
    )
    const [item] = items
    expect(item!.note).toContain("320,465 of 338,000")
    const plan = view.plans.find(({ id }) => id === view.plan)!
    const html = renderToStaticMarkup(<PromisesFigure locale={locale} view={view} plan={plan} hrefs={NO_HREFS} />)
    for (const { href } of twice[0]!.cited) if (href) expect(html).toContain(href.replaceAll("&", "&amp;"))
  }
})

test("what stands at intermediate is not said to have come late; by claims, which call it complete, it is", () => {
  const told = (lane: "finding" | "claim") => {
    const view = overview(ledger, ask({ lane }))
    const silence = view.silences.find(({ id }) => id === "silence-07")!
    return [silence.repeats!.level, silenceTold("en", silence, ["2014-12-24", view.asOf]).words]
  }
  expect(told("finding")).toEqual([2, expect.stringContaining("not complete after")])
  expect(told("claim")).toEqual([3, expect.stringContaining("came late")])
})

test("beside the claims, too, it is the evidence that tells whether a promise was kept", () => {
  const { claims } = compareView(ledger, ask(), { by: "lanes", against: null, then: null, rows: "points" })
  const silence = claims!.rows.flatMap((row) => row.silences).find(({ id }) => id === "silence-07")!
  expect(silencePlain("en", silence)).toBe("not complete")
})

test.each(locales)("the picture of the silences says how many of them it leaves to the page (%s)", (locale) => {
  const view = overview(ledger, ask())
  const { rest } = silencesShown(view)
  expect(rest).toBe(view.silences.length - 5)
  const drawn = renderToStaticMarkup(<SilencesDrawing {...{ locale, view }} />)
  expect(drawn).toContain(messages(locale).overview.silences.rest(rest))
})

test("the plan's revision has one date on a page: the order of August 2021 is told apart", () => {
  const { events, plans: all } = overview(ledger, ask())
  const revised = all.find(({ id }) => id === "nap-2021")!.adoptedOn
  const before = events.filter(({ title, on }) => /NAP revised|14 points adopted$/.test(title.en) && on < revised)
  expect(before).toEqual([])
  expect(events.find(({ id }) => id === "ev-24")!.title.en).toContain("ordered")
})
