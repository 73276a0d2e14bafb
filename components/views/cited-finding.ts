import { sentence as recordSentence } from "@/components/views/changes/record-comparison"
import { isUntimely } from "@/components/drawings/untimely"
import { titleOfChanges } from "@/components/views/changes/changes-screen"
import {
  headlineOf as compareHeadline,
  ledeOf as compareLede,
  scoreWords as compareScore,
} from "@/components/views/compare/words"
import { findingOf as agreementFinding } from "@/components/views/method/agreement-section"
import { ledeOf as momentumLede } from "@/components/views/momentum/words"
import { notAdoptedWords } from "@/components/views/not-adopted"
import { indexTracks, outcomeFinding, panelTitle } from "@/components/views/outcomes/words"
import { headlineOf as overviewHeadline, scoreOfTrack } from "@/components/views/overview/words"
import { pointHeadline } from "@/components/views/point/strand-words"
import { holdingWords, sandboxHeadline, scoreWords as ownScore } from "@/components/views/sandbox/words"
import { reachOf } from "@/components/views/share/embed-words"
import { citedRows, type CitedView } from "@/lib/domain/views/cited"
import type { CitationAnswer } from "@/lib/domain/views/citation"
import { CHANGES_PER_PAGE } from "@/lib/domain/views/changes"
import { compositionOf } from "@/lib/domain/views/explore-choice"
import { BANDS, type Score } from "@/lib/domain/indices"
import { dayOf } from "@/lib/domain/date"
import { LEVELS } from "@/lib/domain/scale"
import { formatDay, oneDecimal, range, thousands } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { sideName } from "@/lib/i18n/side-name"
import { inLocale } from "@/lib/i18n/text"

/** What a cited screen found: in the words of the screen itself, and its main numbers as a small table. */
export type Finding = { sentences: string[]; head: string[]; rows: { key: string; head: string; cells: string[] }[] }

type Extra = readonly [string, string][]
type Of<S extends CitedView["screen"]> = Extract<CitedView, { screen: S }>["view"]

export function citedFinding(locale: Locale, answer: CitationAnswer, extra: Extra): Finding {
  const { shown } = answer
  const untimely = isUntimely(shown)
  if (untimely && shown.screen !== "compare") {
    return { sentences: [notAdoptedWords(locale, answer)!], head: [], rows: [] }
  }
  switch (shown.screen) {
    case "overview":
      return { sentences: [overviewHeadline(locale, shown.view)], ...tracksTable(locale, answer) }
    case "points": {
      const { heading, reach } = reachOf(locale, shown.view)
      return { sentences: [`${heading}${stop(locale)}`, reach], ...tracksTable(locale, answer) }
    }
    case "point":
      return { sentences: [pointHeadline(locale, shown.view)], ...tracksTable(locale, answer) }
    case "compare":
      return {
        sentences: [compareHeadline(locale, shown.view), compareLede(locale, shown.view)],
        ...(untimely ? { head: [], rows: [] } : sidesTable(locale, shown.view)),
      }
    case "outcomes":
      return {
        sentences: [notAdoptedWords(locale, shown.view) ?? [], outcomeFinding(locale, shown.view)].flat(),
        ...seriesTable(locale, shown.view),
      }
    case "momentum":
      return { sentences: [momentumLede(locale, shown.view)], ...stepsTable(locale, shown.view) }
    case "explore":
      return exploreFinding(locale, shown.view, extra)
    case "sandbox":
      return sandboxFinding(locale, shown.view)
    case "changes":
      return changesFinding(locale, shown.view)
    case "record":
      return recordFinding(locale, shown.view)
    case "method":
      return methodFinding(locale, shown.view)
    case "data":
      return dataFinding(locale, shown.view)
  }
}

const stop = (locale: Locale) => (locale === "ur" ? "۔" : ".")

function tracksTable(locale: Locale, { tracks }: CitationAnswer): Omit<Finding, "sentences"> {
  const { cite, terms } = messages(locale)
  const rows: [string, Score][] = [
    [terms.track.kinetic, tracks.kinetic],
    [terms.track["non-kinetic"], tracks.nonKinetic],
    [cite.page.all, tracks.all],
  ]
  return {
    head: Object.values(cite.page.columns),
    rows: rows.map(([name, score]) => ({
      key: name,
      head: name,
      cells: [
        indexOf(locale, score),
        score.low === null || score.high === null ? terms.nothingPromised : range(locale, score.low, score.high),
        terms.rated(score.rated, score.commitments),
      ],
    })),
  }
}

function indexOf(locale: Locale, { index, commitments }: Score): string {
  const { terms } = messages(locale)
  if (commitments === 0) return terms.nothingPromised
  return index === null ? terms.unrated : oneDecimal(index)
}

function sidesTable(locale: Locale, view: Of<"compare">): Omit<Finding, "sentences"> {
  const { cite, cited, terms } = messages(locale)
  return {
    head: [cited.columns.side, terms.track.kinetic, terms.track["non-kinetic"], cite.page.all],
    rows: [view.a, view.b].map((side, at) => ({
      key: String(at),
      head: sideName(locale, view.by, side),
      cells: [side.tracks.kinetic, side.tracks.nonKinetic, side.tracks.all].map((it) => compareScore(locale, it)),
    })),
  }
}

/** The index of each track on the day, and the newest figure of each panel. */
function seriesTable(locale: Locale, view: Of<"outcomes">): Omit<Finding, "sentences"> {
  const { cited, terms } = messages(locale)
  const { columns } = cited
  const indices = indexTracks(view).map((track) => ({
    key: track,
    head: cited.index(terms.track[track]),
    cells: [formatDay(locale, view.asOf), indexOf(locale, scoreOfTrack(view, track))],
  }))
  const panels = view.panels.flatMap((panel) => {
    const last = panel.figures.findLast((it) => it.isMain)
    const head = panelTitle(locale, panel, view.regions)
    return last ? [{ key: panel.id, head, cells: [String(last.year), thousands(last.value)] }] : []
  })
  return { head: [columns.series, columns.at, columns.value], rows: [...indices, ...panels] }
}

function stepsTable(locale: Locale, { totals }: Of<"momentum">): Omit<Finding, "sentences"> {
  const { momentum, terms } = messages(locale)
  const { key, track } = momentum.steps
  return {
    head: [track, key.up, key.down, key.newlyRated, key.unrated],
    rows: totals.map((it) => ({
      key: it.track,
      head: terms.track[it.track],
      cells: [it.up, it.down, it.newlyRated, it.unrated].map(String),
    })),
  }
}

function exploreFinding(locale: Locale, view: Of<"explore">, extra: Extra): Finding {
  const { cited, terms } = messages(locale)
  const { rows } = citedRows(view, extra)
  const composition = compositionOf(rows, view.lane)
  const [notInitiated, minimum, intermediate, complete] = LEVELS.map((level) => terms.level[level])
  const bands = { complete, intermediate, minimum, notInitiated, unrated: terms.unrated }
  return {
    sentences: [cited.found(rows.length, view.items.length)],
    head: [`${cited.columns.level} (${terms.lane[view.lane]})`, cited.columns.count],
    rows: BANDS.map((band) => ({ key: band, head: bands[band]!, cells: [String(composition[band])] })),
  }
}

function sandboxFinding(locale: Locale, view: Of<"sandbox">): Finding {
  const { cite, sandbox, terms } = messages(locale)
  const { tracks } = view
  const rows = [
    [terms.track.kinetic, tracks.kinetic],
    [terms.track["non-kinetic"], tracks.nonKinetic],
    [cite.page.all, tracks.all],
  ] as const
  return {
    sentences: [
      ...(view.isPublished ? [] : [sandbox.mark]),
      sandboxHeadline(locale, view),
      ...view.holdings.map((it) => `${sandbox.conclusion[it.conclusion]}: ${holdingWords(locale, it)}${stop(locale)}`),
    ],
    head: [cite.page.columns.track, `${terms.index} (${terms.range})`, cite.page.columns.rated],
    rows: rows.map(([name, it]) => ({
      key: name,
      head: name,
      cells: [ownScore(locale, it), terms.rated(it.rated, it.commitments)],
    })),
  }
}

function changesFinding(locale: Locale, view: Of<"changes">): Finding {
  const { changes, cited } = messages(locale)
  const from = view.total === 0 ? 0 : (view.page - 1) * CHANGES_PER_PAGE + 1
  const shown = changes.shown(from, from + view.revisions.length - 1, view.total)
  const pages = view.pages > 1 ? [`${changes.page(view.page, view.pages)}${stop(locale)}`] : []
  const { revision, published, kind, records } = cited.columns
  return {
    sentences: [`${titleOfChanges(locale, view.filter).title}${stop(locale)}`, `${shown}${stop(locale)}`, ...pages],
    head: [revision, published, kind, records],
    rows: view.revisions.map((it) => ({
      key: String(it.revision),
      head: changes.revision(it.revision),
      cells: [
        formatDay(locale, dayOf(it.publishedAt)),
        changes.pill[it.kind],
        String(it.counts.reduce((sum, each) => sum + each.count, 0)),
      ],
    })),
  }
}

function recordFinding(locale: Locale, view: Of<"record">): Finding {
  const { admin, changes, cited } = messages(locale)
  const { revision, published, kind } = cited.columns
  const name = `${admin.records.kind[view.kind]} ${view.id}: ${inLocale(locale, view.name).text}`
  return {
    sentences: [`${name}${stop(locale)}`, recordSentence(locale, view)],
    head: [revision, published, kind],
    rows: [view.from, view.to]
      .filter((it) => it !== null)
      .map((it, at) => ({
        key: String(at),
        head: changes.revision(it.revision),
        cells: [formatDay(locale, dayOf(it.publishedAt)), changes.pill[it.kind]],
      })),
  }
}

function methodFinding(locale: Locale, view: Of<"method">): Finding {
  const { cited } = messages(locale)
  const together = view.agreement.find((it) => it.asOf === null)
  const { figures } = cited
  const rows: [string, number][] = [
    [figures.commitments, view.counts.commitments],
    [figures.assessments, view.counts.assessments],
    [figures.sources, view.counts.sources],
    [figures.neverRated, view.counts.neverRated],
    ...(together
      ? ([
          [figures.both, together.ratedByBoth],
          [figures.same, together.sameLevel],
        ] as [string, number][])
      : []),
  ]
  return {
    sentences: together ? [agreementFinding(locale, together)] : [],
    head: [cited.columns.figure, cited.columns.value],
    rows: rows.map(([name, count]) => ({ key: name, head: name, cells: [String(count)] })),
  }
}

function dataFinding(locale: Locale, view: Of<"data">): Finding {
  const { admin, cited, data } = messages(locale)
  const all = view.files.reduce((sum, it) => sum + it.records, 0)
  return {
    sentences: [
      cited.records(all, view.files.length),
      `${admin.records.kinds[view.built.kind]}: ${data.builder.found(view.built.records, formatDay(locale, view.asOf), view.revision)}`,
    ],
    head: [cited.columns.list, cited.columns.records],
    rows: view.files.map((it) => ({
      key: it.kind,
      head: admin.records.kinds[it.kind],
      cells: [String(it.records)],
    })),
  }
}
