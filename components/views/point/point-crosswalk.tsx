import type { ReactNode } from "react"
import { ChartTable } from "@/components/charts/figure"
import { Disclosure } from "@/components/ui/disclosure"
import type { Hrefs } from "@/components/views/hrefs"
import type { PointView } from "@/lib/domain/views/point"
import type { PointHead } from "@/lib/domain/views/scope"
import { percent } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { crosswalkOf, endsOf, isOwn, isWeak, type Link, nearness, noEnd, placeOf, ownLast } from "./crosswalk-links"
import { Said } from "./said"

/** How this point lives on in the other edition, or where it came from; links of its partners stand beside. */
export function PointCrosswalk({ locale, view, hrefs }: { locale: Locale; view: PointView; hrefs: Hrefs }) {
  const { point, charts, terms } = messages(locale)
  const words = point.crosswalk
  const { links, years, other } = crosswalkOf(view)
  const last = years[1]
  return (
    <section className="fig" aria-labelledby="crosswalk" style={{ gridColumn: "span 7" }}>
      <header>
        <h2 id="crosswalk">{words.in(other)}</h2>
        <p className="sub">{links.length > 0 ? words.sub : words.none}</p>
      </header>
      {links.length > 0 ? (
        <>
          <Drawing locale={locale} links={links} own={view.point.id} years={years} hrefs={hrefs} />
          <div className="src">
            <Disclosure label={charts.viewAsTable}>
              <ChartTable
                caption={words.in(other)}
                head={[
                  words.columns.from,
                  words.columns.relation,
                  words.columns.share,
                  words.columns.to,
                  words.columns.note,
                ]}
                rows={links.map((link, at) => ({
                  key: String(at),
                  head: link.from ? <Title locale={locale} head={link.from} /> : words.new(last),
                  cells: [
                    terms.relation[link.relation],
                    link.share === null ? words.noShare : percent(locale, link.share),
                    link.to ? <Title key="to" locale={locale} head={link.to} /> : words.dropped(last),
                    link.note ? <Said key="note" locale={locale} text={link.note} /> : "",
                  ],
                }))}
              />
            </Disclosure>
            <span>
              {words.weak} {words.provisional}
            </span>
          </div>
        </>
      ) : null}
    </section>
  )
}

function Title({ locale, head }: { locale: Locale; head: PointHead }) {
  return (
    <>
      {head.number}. <Said locale={locale} text={head.title} />
    </>
  )
}

function Drawing({
  locale,
  links,
  own,
  years,
  hrefs,
}: {
  locale: Locale
  links: Link[]
  own: string
  years: [number, number]
  hrefs: Hrefs
}) {
  const { terms } = messages(locale)
  const [from, to] = [endsOf(links, "from"), endsOf(links, "to")]
  const boxes = (side: "from" | "to", ends: typeof from) => (
    <div className="[display:grid] auto-rows-fr">
      {ends.map(([id, head]) => {
        const { isNear, relation } = nearness(links, own, side, id)
        return (
          <Box key={id} head={head} locale={locale} hrefs={hrefs} own={own} near={isNear}>
            {head === null ? noEnd(locale, side, years[1]) : null}
            {relation ? <em>{terms.relation[relation]}</em> : null}
          </Box>
        )
      })}
    </div>
  )
  return (
    <div className="xw2">
      {boxes("from", from)}
      <svg viewBox="0 0 100 100" className="xsvg flip !h-full" preserveAspectRatio="none" aria-hidden="true">
        {ownLast(links, own).map((link, at) => {
          const [a, b] = [100 * placeOf(from, link.from), 100 * placeOf(to, link.to)]
          const weak = isWeak(link)
          return (
            <path
              key={at}
              d={`M0 ${round(a)}C50 ${round(a)} 50 ${round(b)} 100 ${round(b)}`}
              style={{
                stroke: isOwn(link, own) ? "var(--ink)" : "var(--edge)",
                strokeWidth: (isOwn(link, own) ? 4 : 2.5) / (weak ? 1.6 : 1),
                strokeDasharray: weak ? "5 4" : undefined,
              }}
            />
          )
        })}
      </svg>
      {boxes("to", to)}
    </div>
  )
}

const round = (value: number) => Math.round(value * 10) / 10

function Box({
  locale,
  head,
  own,
  near,
  hrefs,
  children,
}: {
  locale: Locale
  head: PointHead | null
  own: string
  near: boolean
  hrefs: Hrefs
  children: ReactNode
}) {
  const href = head && head.id !== own ? hrefs.point(head.year, head.number) : null
  const title = head ? <Said locale={locale} text={head.title} /> : null
  return (
    <div className="flex flex-col justify-center py-[3px]">
      <div className={`xb min-h-[62px] ${near ? "on" : ""} ${head ? "" : "border-dashed!"}`}>
        {head ? (
          <span className="small muted" dir="ltr">
            {head.year} · {head.number}
          </span>
        ) : null}
        {href ? <a href={href}>{title}</a> : title}
        {children}
      </div>
    </div>
  )
}
