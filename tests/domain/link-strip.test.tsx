import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { LinkStrip } from "@/components/views/share/link-strip"
import { Query } from "@/lib/domain/query"
import { sharedView } from "@/lib/domain/views/shared"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger, published, rows } from "./sample"

/** A frozen link to these points, after a correction of one of point 12's levels. */
function strip(locale: "en" | "ur", points: number[] | null, isPublic: boolean): string {
  const held = datasetLedger()
  const record = rows("assessment").find((it) => it.commitment === "nap2014-12.a")!
  published(held, [{ act: "change", kind: "assessment", record: { ...record, certainty: "low" } }], "correction")
  const createdAt = "2026-11-22T09:00:00Z"
  const query = Query.parse({ plan: "nap-2014", known: 1, points })
  const scope = {
    screen: "overview",
    point: null,
    query,
    comparison: null,
    panels: null,
    frozen: true,
    createdAt,
  } as const
  const shared = sharedView(held, scope, createdAt)!
  const parts = { locale, frozen: true, sharedBy: null, isPublic, view: shared.view, query: shared.query }
  return renderToStaticMarkup(<LinkStrip {...parts} />)
}

test.each(["en", "ur"] as const)("a private site tells how much changed since and leads nowhere, in %s", (locale) => {
  const { share, linkPage } = messages(locale)
  const [open, closed] = [strip(locale, [12], true), strip(locale, [12], false)]
  for (const each of [open, closed]) expect(each).toContain(share.page.changes(1))
  expect(open).toContain(`href="/${locale}/changes?plan=nap-2014&amp;points=12&amp;since=1"`)
  expect(open).toContain(linkPage.seeChanges.point(1))
  expect(closed).not.toMatch(/<a |changes\?/)
})

test("the list of changes is named for what it is narrowed to, and not offered where nothing changed", () => {
  const { seeChanges } = messages("en").linkPage
  expect(strip("en", [12, 13], true)).toContain(seeChanges.points(1))
  expect(strip("en", null, true)).toContain(seeChanges.plan(1))
  expect(strip("en", [5], true)).not.toContain("<a ")
})
