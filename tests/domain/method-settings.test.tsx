import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { siteHrefs } from "@/components/views/hrefs"
import { MethodScreen } from "@/components/views/method/method-screen"
import { Team, TwoFactor } from "@/lib/domain/policy"
import { Query, resolve } from "@/lib/domain/query"
import { method } from "@/lib/domain/views/method"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

const cases = (["en", "ur"] as const).flatMap((locale) =>
  Team.options.flatMap((team) => TwoFactor.options.map((twoFactor) => ({ locale, team, twoFactor }))),
)

test.each(cases)("the method page says in $locale: $team team, second factor $twoFactor", (given) => {
  const { locale, team, twoFactor } = given
  const ledger = datasetLedger()
  const query = Query.parse({})
  const view = method(ledger, resolve(query, ledger, "2026-03-01T00:00:00.000Z"))
  const hrefs = siteHrefs(locale, `/${locale}/method`, query)
  const page = renderToStaticMarkup(<MethodScreen {...given} view={view} query={query} hrefs={hrefs} />)
  const { status } = messages(locale).method
  for (const each of Team.options) expect(page.includes(status.team[each])).toBe(each === team)
  for (const each of TwoFactor.options) expect(page.includes(status.twoFactor[each])).toBe(each === twoFactor)
})
