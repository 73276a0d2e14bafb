import { type CitedAnswer, citedAnswer, type CitedScreen, type Pinned } from "@/lib/domain/citation"
import { Day } from "@/lib/domain/date"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { readMethod } from "@/lib/domain/own-method"
import { QUERY_NAMES } from "@/lib/domain/query"
import { KIND_NAMES } from "@/lib/domain/records"
import { changesView, type ChangesView, readFilter } from "@/lib/domain/views/changes"
import { compareView, type CompareView } from "@/lib/domain/views/compare/compare"
import { readComparison } from "@/lib/domain/views/compare/sides"
import { dataView, type DataView } from "@/lib/domain/views/data"
import { exploreView, type ExploreView } from "@/lib/domain/views/explore"
import { explored, type Found, readChoice } from "@/lib/domain/views/explore-choice"
import { method, type MethodView } from "@/lib/domain/views/method"
import { momentumView, type MomentumView } from "@/lib/domain/views/momentum"
import { outcomes, type OutcomesView } from "@/lib/domain/views/outcomes"
import { overview, type OverviewView } from "@/lib/domain/views/overview"
import { pointView, type PointView } from "@/lib/domain/views/point"
import { POINT_ORDERS, pointsList, type PointsView } from "@/lib/domain/views/points"
import { recordComparison, type RecordComparison } from "@/lib/domain/views/record-comparison"
import { sandbox, type SandboxView } from "@/lib/domain/views/sandbox"

/** What a screen shows, by its name: the View that its page and its API answer with. */
export type CitedView =
  | { screen: "overview"; view: OverviewView }
  | { screen: "points"; view: PointsView }
  | { screen: "point"; view: PointView }
  | { screen: "compare"; view: CompareView }
  | { screen: "outcomes"; view: OutcomesView }
  | { screen: "momentum"; view: MomentumView }
  | { screen: "explore"; view: ExploreView }
  | { screen: "sandbox"; view: SandboxView }
  | { screen: "changes"; view: ChangesView }
  | { screen: "record"; view: RecordComparison }
  | { screen: "method"; view: MethodView }
  | { screen: "data"; view: DataView }

/**
 * What a cited screen shows, from its question and its own parameters alone. @throws RangeError for a point or a record
 * that is not there: such a page has no question to cite (citedQuestion).
 */
export function citedView(ledger: Ledger, { page, question, extra }: Pinned): CitedView {
  const own = new URLSearchParams(extra.map(([name, value]) => [name, value]))
  const facts = snapshot(ledger, question.known)
  const shown = <S extends CitedScreen, V>(screen: S, view: V | null): { screen: S; view: V } => {
    if (view === null) throw new RangeError(`nothing to cite at ${page.path}`)
    return { screen, view }
  }
  switch (page.screen) {
    case "overview":
      return shown("overview", overview(ledger, question))
    case "points":
      return shown(
        "points",
        pointsList(
          ledger,
          question,
          POINT_ORDERS.find((it) => it === own.get("sort")),
        ),
      )
    case "point":
      return shown("point", pointView(ledger, question, page.point!.number))
    case "compare":
      return shown("compare", compareView(ledger, question, readComparison(own, question, facts).comparison))
    case "outcomes":
      return shown("outcomes", outcomes(ledger, question, own.get("show")?.split(",") ?? []))
    case "momentum":
      return shown("momentum", momentumView(ledger, question))
    case "explore":
      return shown("explore", exploreView(ledger, question))
    case "sandbox":
      return shown("sandbox", sandbox(ledger, question, readMethod(own).method))
    case "changes": {
      const { filter, page: number } = readFilter(own, question)
      return shown("changes", changesView(ledger, question, filter, number))
    }
    case "record": {
      const kind = KIND_NAMES.find((it) => it === page.record!.kind)
      const at = (name: "from" | "to") => (/^[1-9]\d{0,8}$/.test(own.get(name) ?? "") ? Number(own.get(name)) : null)
      const compared = { id: page.record!.id, from: at("from"), to: at("to") }
      return shown("record", kind ? recordComparison(ledger, question, { kind, ...compared }) : null)
    }
    case "method":
      return shown("method", method(ledger, question))
    case "data": {
      const what = KIND_NAMES.find((kind) => LIST_NAMES[kind] === own.get("what")) ?? "assessment"
      const named = QUERY_NAMES.filter((name) => own.has(name))
      return shown("data", dataView(ledger, question, what, new Set<string>(named)))
    }
  }
}

/** The rows of the table of commitments that a cited choice leaves, with the counts beside them. */
export function citedRows(view: ExploreView, extra: Pinned["extra"]): Found {
  return explored(view, readChoice(extra, view).choice)
}

/**
 * The format of what a digest is taken of. The first was the answer to the question and the address alone (citedAnswer);
 * citations made by it stay as they are. The second has every figure of the screen too. A later one gets a number of its
 * own and leaves these as they are: digests rest on them.
 *
 * At first a screen of a past day told some of what came after it, and its digest covered that. To leave it out is no new
 * format: nothing is spelled otherwise, and a screen with nothing to leave out, as on its own day, keeps the id that it
 * always had. A citation from then is checked with what it told beyond its day put back (cited-later.ts), and says so.
 */
export const CITED_FORMAT = 2

/** What the second digest is taken of. `record` is the revision's own hash, into which every earlier word is chained. */
export type CitedFigures = CitedAnswer & { format: typeof CITED_FORMAT; record: string; figures: unknown }

/** The page, its parameters, the answer to its question, and every figure of the screen; `shown` is its View. */
export function citedFigures(ledger: Ledger, pinned: Pinned, shown = citedView(ledger, pinned)): CitedFigures {
  const { hash } = ledger.revisions[Math.min(pinned.question.known, ledger.newest) - 1]!
  return {
    format: CITED_FORMAT,
    ...citedAnswer(ledger, pinned),
    record: hash,
    figures: figuresOf(shown, pinned.extra),
  }
}

/** What a View says of its question, which the answer has already, and of the moment at which it is read. */
const FRAME: ReadonlySet<string> = new Set([
  ...["plan", "plans", "asOf", "lane", "track", "region", "regions", "points", "revision", "publishedAt"],
  ...["newest", "today", "recent", "changesSince", "timeline"],
])

/**
 * Fields that came into a View after the second format: they stay out of its digest, so that what was cited before them
 * still holds. By the path that leads there, "rows.kinetic.range".
 */
export const LATE_FIGURES: ReadonlySet<string> = new Set([
  ...["counts.named", "counts.sector", "promises.reports.cited", "momentum.movements", "panels.course.years"],
  ...["history.items.region", "history.items.precision", "claims.rows.lastOfficial.precision", "filter.track"],
  ...["gaps.whole", "grid.rows.kept", "rows.kept"],
  ...["silences.owed", "silences.repeats", "claims.silences.owed", "claims.silences.repeats"],
  ...["claims.rows.silences.owed", "claims.rows.silences.repeats"],
  ...["promises.reports.repeats", "promises.undated.promised", "promises.dates"],
])

/**
 * Words are no figures. They stay out by the name of their field, because a removal by law may blank them in an answer
 * of any age; the revision's hash stands for what they said.
 */
const WORDS: ReadonlySet<string> = new Set([
  ...["en", "ur", "text", "textEn", "title", "words", "rawLabel", "publisher", "indicator", "unit", "role", "origin"],
  ...["note", "quote", "decision", "basis", "trackBasis", "promisedByNote", "breakNote", "href"],
])
/** Words and files by another key each: what a level takes, and the archived copy of a source. */
const WORDY: ReadonlySet<string> = new Set(["anchors", "copy"])

/** Of a point the frame's list of regions has given way to figures of each. */
const isFramed = (screen: CitedScreen, name: string) => FRAME.has(name) && !(screen === "point" && name === "regions")

/** The figures of a screen: numbers, days, levels, ids and fixed words, in the shape that they have in its View. */
export function figuresOf({ screen, view }: CitedView, extra: Pinned["extra"]): unknown {
  const inside = Object.fromEntries(Object.entries(view).filter(([name]) => !isFramed(screen, name)))
  if (screen === "data") {
    const { first, ...built } = view.built
    return figuresIn({ ...inside, built: { ...built, first: (first as { id?: string } | null)?.id ?? null } })
  }
  if (screen !== "explore") return figuresIn(inside)
  const { items: _, ...rest } = inside
  return figuresIn({ ...rest, ...citedRows(view, extra) })
}

function figuresIn(value: unknown, path = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => figuresIn(each, path))
  if (value === null || typeof value !== "object") return value
  const isField = "as" in value && value.as === "plain"
  const isWords = (name: string, inner: unknown) => {
    if (WORDY.has(name)) return true
    if (inner !== null && typeof inner !== "string") return false
    // A field of a record may hold words or a day; which it is, its text tells.
    return WORDS.has(name) || (isField && name === "value" && inner !== null && !Day.safeParse(inner).success)
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
      const at = path === "" ? name : `${path}.${name}`
      return inner === undefined || LATE_FIGURES.has(at) || isWords(name, inner) ? [] : [[name, figuresIn(inner, at)]]
    }),
  )
}
