import { BearingMark } from "@/components/charts/bearing-mark"
import {
  EVIDENCE_NARROW,
  EVIDENCE_WIDE,
  EvidenceDrawing,
  type EvidenceMark,
} from "@/components/charts/evidence-drawing"
import { ChartTable, Figure } from "@/components/charts/figure"
import { EmbedCode, type Embeds } from "@/components/views/share/embed-offer"
import { ShareChart } from "@/components/views/share/share-chart"
import type { PointView } from "@/lib/domain/views/point"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import {
  datedItems,
  evidenceFinding,
  type EvidenceItem,
  evidenceItems,
  newestOf,
  publicationsOf,
  type Publication,
} from "./evidence-items"
import { publishedOn, SourceFacts, SourceTitle } from "./source-line"

/** Whether there is anything to draw: publications whose day of publication is known. */
export const hasDatedEvidence = (view: PointView) => datedItems(view, evidenceItems(view)).length > 0

/**
 * All evidence on a time line, the newest in full, the whole of it in the table. `alone`: nothing but the chart with its
 * table, its finding said by the page around it.
 */
export function EvidenceSection({
  locale,
  view,
  alone = false,
  isStill = alone,
  embeds = null,
}: {
  locale: Locale
  view: PointView
  alone?: boolean
  isStill?: boolean
  embeds?: Embeds
}) {
  const { point, terms } = messages(locale)
  const words = point.evidence
  const items = evidenceItems(view)
  const shown = datedItems(view, items)
  const undated = publicationsOf(items).filter(({ source }) => source.publishedOn === null).length
  const summary = evidenceFinding(locale, items)
  const marks = shown.map((item): EvidenceMark => ({
    id: item.id,
    on: item.source.publishedOn!,
    lane: item.lane,
    bearing: item.bearing,
    title: [`${item.id} · ${publishedOn(locale, item.source)}`, item.source.title, aboutWords(locale, item)].join("\n"),
  }))
  const plan = view.plans.find((each) => each.id === view.plan)!
  const from = marks[0] && marks[0].on < plan.adoptedOn ? marks[0].on : plan.adoptedOn
  const drawing = { marks, from, to: view.asOf, brokenOn: plan.supersededOn, label: summary, names: terms.lane }
  const { columns } = words
  return (
    <section className="sec">
      <Figure
        locale={locale}
        id="evidence"
        title={words.title}
        finding={alone ? null : summary}
        note={[words.sub, undated > 0 ? words.undated(undated) : ""].filter(Boolean).join(" ")}
        source={words.source}
        more={
          items.length > 0 ? (
            <>
              {isStill ? null : <ShareChart locale={locale} chart="evidence" title={words.title} />}
              <EmbedCode {...{ locale, embeds }} chart="evidence" title={words.title} />
            </>
          ) : null
        }
        table={
          items.length > 0 ? (
            <ChartTable
              caption={summary}
              head={[columns.id, columns.date, columns.lane, columns.commitment, columns.bearing, columns.source]}
              rows={items.map((item) => ({
                key: item.id,
                head: item.id,
                cells: [
                  publishedOn(locale, item.source),
                  terms.lane[item.lane],
                  item.code,
                  terms.bearing[item.bearing],
                  <SourceTitle key={item.id} locale={locale} source={item.source} />,
                ],
              }))}
            />
          ) : null
        }
      >
        <p className="dkey small flex-wrap">
          {(["supports", "contradicts", "context"] as const).map((bearing) => (
            <span key={bearing}>
              <BearingMark bearing={bearing} /> {terms.bearing[bearing]}
            </span>
          ))}
        </p>
        {marks.length > 0 ? (
          <>
            <div className="only-l">
              <EvidenceDrawing {...drawing} size={EVIDENCE_WIDE} />
            </div>
            <div className="only-s">
              <EvidenceDrawing {...drawing} size={EVIDENCE_NARROW} />
            </div>
          </>
        ) : null}
        {alone ? null : (
          <div className="evgrid">
            {newestOf(view, items).map((publication) => (
              <Item key={publication.source.id} locale={locale} publication={publication} />
            ))}
          </div>
        )}
      </Figure>
    </section>
  )
}

/** What it says of which commitment: "Supports 2b, finding lane". */
function aboutWords(locale: Locale, { bearing, code, lane }: EvidenceItem): string {
  const { point, terms } = messages(locale)
  return point.evidence.about(
    terms.bearing[bearing],
    code,
    locale === "en" ? terms.lane[lane].toLowerCase() : terms.lane[lane],
  )
}

function Item({ locale, publication: { source, items } }: { locale: Locale; publication: Publication }) {
  return (
    <div className="evi">
      <b className="eid">{items[0]!.id}</b>
      <div>
        <SourceTitle locale={locale} source={source} />
        <p className="small muted">
          <SourceFacts locale={locale} source={source} />
        </p>
        {items.map((item) => (
          <p key={item.id} className="small">
            <BearingMark bearing={item.bearing} /> {aboutWords(locale, item)}
          </p>
        ))}
      </div>
    </div>
  )
}
