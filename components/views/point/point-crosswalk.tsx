import type { ReactNode } from "react"
import { ChartTable } from "@/components/charts/figure"
import { Disclosure } from "@/components/ui/disclosure"
import type { Hrefs } from "@/components/views/hrefs"
import type { PointView } from "@/lib/domain/views/point"
import type { PointHead } from "@/lib/domain/views/scope"
import { percent } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { Said } from "./said"

type Link = PointView["crosswalk"][number]

/** A link that carries less than this share of its point is drawn dashed. */
const WEAK = 0.5

/** How this point lives on in the other edition, or where it came from; links of its partners stand beside. */
export function PointCrosswalk({ locale, view, hrefs }: { locale: Locale; view: PointView; hrefs: Hrefs }) {
  const { point, charts, terms } = messages(locale)
  const words = point.crosswalk
  const years = view.plans.map((plan) => plan.year)
  const [first = view.point.year, last = view.point.year] = [years[0], years.at(-1)]
  const other = view.point.year === first ? last : first
  const links = view.crosswalk.filter((link) => isShown(link, view.point.id))
  return (
    <section className="fig" aria-labelledby="crosswalk" style={{ gridColumn: "span 7" }}>
      <header>
        <h2 id="crosswalk">{words.in(other)}</h2>
        <p className="sub">{links.length > 0 ? words.sub : words.none}</p>
      </header>
      {links.length > 0 ? (
        <>
          <Drawing locale={locale} links={links} own={view.point.id} years={[first, last]} hrefs={hrefs} />
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

/** What a partner lost or took over elsewhere says nothing about this point. */
const isShown = (link: Link, own: string) =>
  link.from?.id === own || link.to?.id === own || (link.from !== null && link.to !== null)

function Title({ locale, head }: { locale: Locale; head: PointHead }) {
  return (
    <>
      {head.number}. <Said locale={locale} text={head.title} />
    </>
  )
}

/** Ends of links, once each: those of this point first. A link without an end stands at a box of its own. */
function endsOf(links: Link[], side: "from" | "to", own: string) {
  const ends = new Map<string, PointHead | null>()
  const mine = (link: Link) => link.from?.id === own || link.to?.id === own
  for (const link of [...links].sort((a, b) => Number(mine(b)) - Number(mine(a)))) {
    ends.set(link[side]?.id ?? "-", link[side])
  }
  return [...ends.entries()].sort(([, a], [, b]) => (a?.number ?? 99) - (b?.number ?? 99))
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
  const { point, terms } = messages(locale)
  const [from, to] = [endsOf(links, "from", own), endsOf(links, "to", own)]
  const place = (ends: typeof from, id: string) => (100 * (ends.findIndex(([key]) => key === id) + 0.5)) / ends.length
  const linkOf = (side: "from" | "to", id: string) =>
    links.find((link) => (link[side]?.id ?? "-") === id && (link[side === "from" ? "to" : "from"]?.id ?? "-") === own)
  const boxes = (side: "from" | "to", ends: typeof from) => (
    <div className="[display:grid] auto-rows-fr">
      {ends.map(([id, head]) => {
        const link = linkOf(side, id)
        const relation = link && link.relation !== "dropped" && link.relation !== "new" ? link.relation : null
        return (
          <Box key={id} head={head} locale={locale} hrefs={hrefs} own={own} near={id === own || link !== undefined}>
            {head === null ? (side === "to" ? point.crosswalk.dropped(years[1]) : point.crosswalk.new(years[1])) : null}
            {relation ? <em>{terms.relation[relation]}</em> : null}
          </Box>
        )
      })}
    </div>
  )
  const drawn = [...links].sort((a, b) => Number(isOwn(a, own)) - Number(isOwn(b, own)))
  return (
    <div className="xw2">
      {boxes("from", from)}
      <svg viewBox="0 0 100 100" className="xsvg flip !h-full" preserveAspectRatio="none" aria-hidden="true">
        {drawn.map((link, at) => {
          const [a, b] = [place(from, link.from?.id ?? "-"), place(to, link.to?.id ?? "-")]
          const weak = link.share !== null && link.share < WEAK
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

const isOwn = (link: Link, own: string) => link.from?.id === own || link.to?.id === own
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
