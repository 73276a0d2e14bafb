import { ChartTable, Figure } from "@/components/charts/figure"
import { PairChart } from "@/components/charts/pair-chart"
import { ClaimDetail, Sparkline } from "@/components/views/compare/claim-detail"
import { claimsFinding, gapWords, isGapTold, onPairsWords, rankWords } from "@/components/views/compare/claim-words"
import { indexWords, reachOf } from "@/components/views/compare/plans"
import { scoreWords } from "@/components/views/compare/words"
import type { Hrefs } from "@/components/views/hrefs"
import { silencePlain } from "@/components/views/overview/silences"
import { PointLink } from "@/components/views/overview/point-link"
import { Said } from "@/components/views/point/said"
import { SilenceSources } from "@/components/views/silence-sources"
import { type Lane, TRACKS } from "@/lib/domain/scale"
import type { ClaimRow, ClaimsView } from "@/lib/domain/views/compare/claims"
import type { CompareView } from "@/lib/domain/views/compare/compare"
import type { SilenceView } from "@/lib/domain/views/rankings"
import { formatDay, range, signed, signedRange } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

type Props = { locale: Locale; view: CompareView; claims: ClaimsView; hrefs: Hrefs }

/** What the state says against what the evidence shows, over time and point by point, with who else says what. */
export function Claims({ locale, view, claims, hrefs }: Props) {
  const { charts, compare } = messages(locale)
  const words = compare.claims
  return (
    <>
      <Lanes {...{ locale, view, claims }} />
      <section className="sec">
        <Figure
          locale={locale}
          id="claims"
          title={words.title}
          finding={claimsFinding(locale, claims)}
          note={words.note}
          table={<ClaimTable locale={locale} rows={claims.rows} />}
          source={charts.source("both", view.revision, formatDay(locale, view.asOf))}
        >
          <ol className="clm-l">
            {claims.rows.map((row) => (
              <Claim key={row.point.id} {...{ locale, view, claims, hrefs, row }} />
            ))}
          </ol>
          {claims.silences.length > 0 ? (
            <section className="mt-6" aria-labelledby="plan-silences">
              <h3 id="plan-silences" className="h-s mb-2">
                {words.planSilences}
              </h3>
              <ul className="small flex flex-col gap-3">
                {claims.silences.map((it) => (
                  <li key={it.id}>
                    {silenceWords(locale, it)}
                    <SilenceSources locale={locale} cited={it.cited} />
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </Figure>
      </section>
    </>
  )
}

function Lanes({ locale, view, claims }: Omit<Props, "hrefs">) {
  const { charts, compare, terms } = messages(locale)
  const words = compare.claims
  const { plan } = view.b
  const next = view.plans.find((it) => it.adoptedOn === plan.supersededOn)
  const shown = TRACKS.filter((track) => view.track === null || view.track === track)
  return (
    <section className="sec grid">
      {shown.map((track) => {
        const line = (lane: Lane) => claims.series[lane].map((at) => ({ on: at.on, ...reachOf(at, track) }))
        const last = (lane: Lane) => indexWords(line(lane).at(-1)?.index ?? null, words.unknown)
        const finding = words.lanesFinding(last("claim"), last("finding"))
        const title = words.lanesTitle[track]
        const draw = (size: "wide" | "narrow") => (
          <PairChart
            {...{ locale, size, track }}
            name={`lanes-${track}`}
            lines={[
              { key: "finding", name: terms.lane.finding, points: line("finding") },
              { key: "claim", name: terms.lane.claim, points: line("claim"), isDashed: true },
            ]}
            from={plan.adoptedOn}
            cut={next ? plan.supersededOn : null}
            cutLabel={charts.planRevised(next?.pointCount ?? null)}
            asOf={view.asOf}
            today={view.today}
            label={`${title}. ${finding}`}
          />
        )
        return (
          <Figure
            key={track}
            locale={locale}
            id={`lanes-${track}`}
            title={title}
            finding={finding}
            note={words.lanesNote}
            className="col-span-6"
            table={
              <ChartTable
                caption={title}
                head={[words.year, words.columns.claim, words.columns.finding]}
                rows={claims.years.map(({ year, on }) => {
                  const at = (lane: Lane) => {
                    const found = line(lane).findLast((it) => it.on <= on)
                    if (!found || found.low === null || found.high === null) return ""
                    return `${indexWords(found.index, words.unknown)} (${range(locale, found.low, found.high)})`
                  }
                  return { key: on, head: String(year), cells: [ltr("c", at("claim")), ltr("f", at("finding"))] }
                })}
              />
            }
            source={charts.source("both", view.revision, formatDay(locale, view.asOf))}
          >
            <div className="only-l">{draw("wide")}</div>
            <div className="only-s">{draw("narrow")}</div>
          </Figure>
        )
      })}
    </section>
  )
}

const ltr = (key: string, text: string) => (
  <bdi key={key} dir="ltr">
    {text}
  </bdi>
)

function Claim({ locale, claims, hrefs, row }: Props & { row: ClaimRow }) {
  const { compare, terms } = messages(locale)
  const words = compare.claims
  const rank = rankWords(locale, row)
  return (
    <li id={`claims-${row.point.number}`}>
      <span>
        <PointLink locale={locale} hrefs={hrefs} point={row.point} />
        {rank === null ? null : <span className="block small muted num">{rank}</span>}
      </span>
      <Sparkline locale={locale} claims={claims} row={row} />
      <span>
        <span className="block">
          <span className="muted small">{terms.lane.claim}</span> <b className="num">{scoreWords(locale, row.claim)}</b>
        </span>
        <span className="block">
          <span className="muted small">{terms.lane.finding}</span>{" "}
          <b className="num">{scoreWords(locale, row.finding)}</b>
        </span>
      </span>
      <span>
        <span className={`num ${isGapTold(row.gap) ? "font-semibold" : ""}`}>{onPairsWords(locale, row)}</span>
        <span className="block small muted num">{gapWords(locale, row.gap)}</span>
      </span>
      <div className="small col-span-full flex flex-wrap gap-x-6">
        <span>
          <span className="muted">{words.lastOfficial}:</span> <LastOfficial locale={locale} row={row} />
        </span>
        <div>
          {row.silences.length === 0 ? (
            <span className="muted">{words.noSilence}</span>
          ) : (
            <>
              <b>{words.silences(row.silences.length)}:</b>{" "}
              {row.silences.map((it, at) => (
                <span key={it.id}>
                  {at > 0 ? (locale === "ur" ? "؛ " : "; ") : null}
                  {silenceWords(locale, it)}
                </span>
              ))}
              <SilenceSources locale={locale} cited={sourcesOf(row.silences)} />
            </>
          )}
        </div>
      </div>
      <ClaimDetail locale={locale} claims={claims} row={row} hrefs={hrefs} />
    </li>
  )
}

/** What these silences rest on, each publication once. */
const sourcesOf = (silences: SilenceView[]) => [
  ...new Map(silences.flatMap(({ cited }) => cited).map((source) => [source.id, source])).values(),
]

function LastOfficial({ locale, row }: { locale: Locale; row: ClaimRow }) {
  const words = messages(locale).compare.claims
  const it = row.lastOfficial
  if (it === null) return words.noOfficial
  const day = formatDay(locale, it.on, it.precision)
  // Days from a date of which only the month is known would be invented.
  const days = it.precision === "day" ? it.days : null
  return (
    <span className="num">
      {it.publisher === null ? words.claimOn(day, days) : words.ratingOn(day, it.publisher, days)}
    </span>
  )
}

/** How long something has been waited for; what came late is waited for no more. */
function silenceWords(locale: Locale, it: SilenceView) {
  const words = messages(locale).compare.claims.silence
  const { text, lang } = inLocale(locale, it.what)
  const isOpen = it.days !== null && it.status === "not-found"
  const sentence = isOpen
    ? (it.dueOn === null ? words.promised : words.due)(text, it.days!)
    : it.days !== null && it.status === "ended"
      ? words.ended(text, it.days)
      : words.plain(text, silencePlain(locale, it))
  return lang === locale ? <span className="num">{sentence}</span> : <Said locale={locale} text={sentence} />
}

function ClaimTable({ locale, rows }: { locale: Locale; rows: ClaimRow[] }) {
  const { compare, terms } = messages(locale)
  const { columns, table } = compare.claims
  return (
    <ChartTable
      caption={table}
      head={[columns.point, columns.claim, columns.finding, columns.gap, columns.range, columns.rank]}
      rows={rows.map((row) => ({
        key: row.point.id,
        head: `${row.point.number} ${inLocale(locale, row.point.title).text}`,
        cells: [
          scoreWords(locale, row.claim),
          scoreWords(locale, row.finding),
          row.pairs.change === null
            ? terms.cannotBeTold
            : `${signed(locale, row.pairs.change, 1)} (${row.pairs.pairs}/${row.claim.commitments})`,
          row.gap.low === null || row.gap.high === null ? "" : signedRange(locale, row.gap.low, row.gap.high),
          row.rank.best === row.rank.worst ? String(row.rank.best) : terms.cannotBeTold,
        ],
      }))}
    />
  )
}
