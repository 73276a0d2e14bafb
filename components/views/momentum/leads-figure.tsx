import { ChartTable, Figure } from "@/components/charts/figure"
import { Disclosure } from "@/components/ui/disclosure"
import { Boxed } from "@/components/views/method/tables-section"
import { tracksShown } from "@/components/views/overview/words"
import type { Track } from "@/lib/domain/scale"
import type { MomentumView } from "@/lib/domain/views/momentum"
import type { Tracks } from "@/lib/domain/views/scope"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { CountedBar } from "./counted-bar"

/** The commitments of each kind of body and of each body: index, range, coverage and how many are shared. */
export function LeadsFigure({ locale, view }: { locale: Locale; view: MomentumView }) {
  const { momentum, charts, terms } = messages(locale)
  const words = momentum.leads
  const tracks = tracksShown(view)
  const { kinds, nobody } = view.leads
  const [first] = kinds
  const all = view.tracks.all.commitments
  const head = (name: string) => [
    name,
    ...tracks.map((track) => terms.track[track]),
    terms.coverage,
    words.commitments,
    words.shared,
  ]
  const cells = (of: { tracks: Tracks; shared: number }) => [
    ...tracks.map((track) => (
      <CountedBar key={track} locale={locale} track={track} score={scoreOf(of.tracks, track)} />
    )),
    terms.rated(of.tracks.all.rated, of.tracks.all.commitments),
    of.tracks.all.commitments,
    of.shared,
  ]
  const bodies = kinds.flatMap((kind) => kind.bodies.map((body) => ({ ...body, sector: kind.sector })))
  const finding = first
    ? words.finding(terms.sector[first.sector], first.tracks.all.commitments, all, first.shared)
    : words.none
  return (
    <Figure
      locale={locale}
      id="leads"
      title={words.title}
      finding={nobody.commitments > 0 ? `${finding} ${words.nobody(nobody.commitments)}` : finding}
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
                    {inLocale(locale, body.name).text}
                    <span className="muted small block">{terms.sector[body.sector]}</span>
                  </>
                ),
                cells: cells(body),
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
              head: <b>{terms.sector[kind.sector]}</b>,
              cells: cells(kind),
            }))}
          />
        </Boxed>
      ) : null}
    </Figure>
  )
}

const scoreOf = (tracks: Tracks, track: Track) => (track === "kinetic" ? tracks.kinetic : tracks.nonKinetic)
