import { ChartTable, Figure } from "@/components/charts/figure"
import { Disclosure } from "@/components/ui/disclosure"
import { Linked } from "@/components/ui/linked"
import type { ExploreNarrowing, Hrefs } from "@/components/views/hrefs"
import { Boxed } from "@/components/views/method/tables-section"
import { scoreOfTrack, tracksShown } from "@/components/views/overview/words"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { Tracks } from "@/lib/domain/views/scope"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { CountedBar } from "./counted-bar"

type Led = { tracks: Tracks; shared: number }

/** How many commitments name the kind of body named most, and how many name nobody. */
export function leadsFinding(locale: Locale, view: MomentumView): string {
  const { momentum, terms } = messages(locale)
  const words = momentum.leads
  const { kinds, nobody } = view.leads
  const [first] = kinds
  const finding = first
    ? words.finding(terms.sector[first.sector], first.tracks.all.commitments, view.tracks.all.commitments, first.shared)
    : words.none
  return nobody.commitments > 0 ? `${finding} ${words.nobody(nobody.commitments)}` : finding
}

/** What the columns are called; the first by whom its rows are about. */
export function leadsHead(locale: Locale, view: MomentumView, name: string): string[] {
  const { momentum, terms } = messages(locale)
  const tracks = tracksShown(view).map((track) => terms.track[track])
  return [name, ...tracks, terms.coverage, momentum.leads.commitments, momentum.leads.shared]
}

/** What the columns after the tracks say. */
export const countsOf = (locale: Locale, { tracks: { all }, shared }: Led): string[] => [
  messages(locale).terms.rated(all.rated, all.commitments),
  String(all.commitments),
  String(shared),
]

/** The commitments of each kind of body and of each body: index, range, coverage and how many are shared; both lead there. */
export function LeadsFigure({ locale, view, hrefs }: { locale: Locale; view: MomentumView; hrefs: Hrefs }) {
  const { momentum, charts, terms } = messages(locale)
  const words = momentum.leads
  const tracks = tracksShown(view)
  const { kinds } = view.leads
  const head = (name: string) => leadsHead(locale, view, name)
  const named = (name: string, narrowed: ExploreNarrowing) => <Linked href={hrefs.explore(narrowed)}>{name}</Linked>
  const cells = (of: Led, narrowed: ExploreNarrowing) => [
    ...tracks.map((track) => (
      <CountedBar
        key={track}
        {...{ locale, track }}
        score={scoreOfTrack(of, track)}
        href={hrefs.explore({ ...narrowed, track })}
      />
    )),
    ...countsOf(locale, of),
  ]
  const bodies = kinds.flatMap((kind) => kind.bodies.map((body) => ({ ...body, sector: kind.sector })))
  return (
    <Figure
      locale={locale}
      id="leads"
      title={words.title}
      finding={leadsFinding(locale, view)}
      note={words.note}
      className="col-span-12"
      more={
        bodies.length > 0 ? (
          <Disclosure label={words.bodies(bodies.length)} icon="list">
            <ChartTable
              caption={words.captionBodies}
              isText
              head={head(words.body)}
              rows={bodies.map((body) => ({
                key: body.id,
                head: (
                  <>
                    {named(inLocale(locale, body.name).text, { named: body.id })}
                    <span className="muted small block">{terms.sector[body.sector]}</span>
                  </>
                ),
                cells: cells(body, { named: body.id }),
              }))}
            />
          </Disclosure>
        ) : null
      }
      source={charts.source(view.lane, view.revision, formatDay(locale, view.asOf))}
    >
      {kinds.length > 0 ? (
        <Boxed label={words.captionKinds}>
          <ChartTable
            caption={words.captionKinds}
            isText
            head={head(words.kind)}
            rows={kinds.map((kind) => ({
              key: kind.sector,
              head: <b>{named(terms.sector[kind.sector], { sector: kind.sector })}</b>,
              cells: cells(kind, { sector: kind.sector }),
            }))}
          />
        </Boxed>
      ) : null}
    </Figure>
  )
}
