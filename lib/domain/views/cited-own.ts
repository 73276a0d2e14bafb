import type { CitedPage, Pinned } from "@/lib/domain/citation"
import { LIST_NAMES } from "@/lib/domain/import/columns"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { METHOD_NAMES, methodParameters, readMethod } from "@/lib/domain/own-method"
import { Query, QUERY_NAMES, type Question } from "@/lib/domain/query"
import { KIND_NAMES } from "@/lib/domain/records"
import { CHANGE_NAMES, changeParameters, changesView, readFilter } from "@/lib/domain/views/changes"
import { COMPARE_NAMES, comparedQuery, readComparison } from "@/lib/domain/views/compare/sides"
import { DATA_FORMATS } from "@/lib/domain/views/data"
import { exploreView } from "@/lib/domain/views/explore"
import { choiceParams, EXPLORE_NAMES, readChoice } from "@/lib/domain/views/explore-choice"
import { chosenPanels, unknownPanels } from "@/lib/domain/views/outcomes"
import { LONGEST_FIND, POINT_ORDERS } from "@/lib/domain/views/points"
import { recordComparison } from "@/lib/domain/views/record-comparison"
import { pointNumbers } from "@/lib/domain/views/sandbox"

/** What a page makes of its address. `ignored` names what says nothing there, or nothing yet. */
type AsRead = { question: Question; extra: [string, string][]; ignored: string[] }

/**
 * A page's question and its own parameters as the page itself reads them, in the one spelling that it is cited by: what it
 * passes over is no part of what it shows, and must not become so on the day on which it would make sense. `unread` names
 * what reading the question passed over already.
 */
export function asRead(ledger: Ledger, pinned: Pinned, unread: readonly string[] = []): AsRead {
  const { page, question } = pinned
  const given = new URLSearchParams(pinned.extra.filter(([, value]) => value !== ""))
  const read = READERS[page.screen](given, { ledger, page, question, unread })
  const settled = { ...question, ...read.settles }
  const strange = [...given.keys()].filter((name) => !read.names.includes(name))
  const moved = QUERY_NAMES.filter((name) => String(question[name]) !== String(settled[name]))
  return {
    question: settled,
    extra: Object.entries(read.own),
    ignored: [...new Set([...strange, ...moved, ...(read.ignored ?? [])])],
  }
}

type Asked = { ledger: Ledger; page: CitedPage; question: Question; unread: readonly string[] }
/** `names`: all that the page knows; `own`: what it reads; `settles`: what of the question it decides itself. */
type Read = {
  names: readonly string[]
  own: Record<string, string>
  ignored?: readonly string[]
  settles?: Partial<Question>
}
type Reader = (given: URLSearchParams, asked: Asked) => Read

/** What is named once and is on a list. */
const oneOf = (given: URLSearchParams, name: string, values: readonly string[]): Record<string, string> => {
  const [first = "", ...more] = given.getAll(name)
  return more.length === 0 && values.includes(first) ? { [name]: first } : {}
}
/** The names that say nothing. */
const leftIn = (given: URLSearchParams, own: object) => [...given.keys()].filter((name) => !(name in own))
const nothing: Reader = () => ({ names: [], own: {} })

const READERS: Record<CitedPage["screen"], Reader> = {
  overview: (given) => {
    const own = oneOf(given, "grid", ["gap"])
    return { names: ["grid"], own, ignored: leftIn(given, own) }
  },
  points: (given) => {
    const find = given.getAll("find").length === 1 ? given.get("find")!.slice(0, LONGEST_FIND) : ""
    const own = { ...oneOf(given, "sort", POINT_ORDERS), ...(find && { find }) }
    return { names: ["sort", "find"], own, ignored: leftIn(given, own) }
  },
  point: nothing,
  compare: (given, { ledger, question }) => {
    const { comparison, ignored } = readComparison(given, question, snapshot(ledger, question.known))
    const read = COMPARE_NAMES.filter((name) => given.has(name) && !ignored.includes(name))
    return {
      names: COMPARE_NAMES,
      own: Object.fromEntries(read.map((name) => [name, given.get(name)!])),
      ignored,
      settles: comparedQuery(question, comparison.by),
    }
  },
  outcomes: (given, { ledger, question }) => {
    const asked = chosenPanels(given.getAll("show"))
    const unknown = unknownPanels(ledger, question, asked)
    const show = asked.filter((id) => !unknown.includes(id)).join(",")
    return { names: ["show"], own: { ...(show && { show }) }, ignored: unknown.length > 0 ? ["show"] : [] }
  },
  momentum: nothing,
  explore: (given, { ledger, question }) => {
    const { choice, ignored } = readChoice(given, exploreView(ledger, question))
    const own = choiceParams(choice).filter(([name]) => EXPLORE_NAMES.includes(name))
    return { names: EXPLORE_NAMES, own: Object.fromEntries(own), ignored }
  },
  sandbox: (given, { ledger, question }) => {
    const { method, ignored } = readMethod(given, pointNumbers(ledger, question))
    return { names: METHOD_NAMES, own: methodParameters(method), ignored }
  },
  changes: (given, { ledger, question: asked }) => {
    // Changes are not told by lane or region, and their track is one of the filters.
    const { lane, track, region } = Query.parse({})
    const question = { ...asked, lane, track, region }
    const { filter, page, ignored } = readFilter(given, question)
    // Beyond the last page stands the last.
    const shown = page > 1 ? changesView(ledger, question, filter, page).page : page
    return {
      names: [...CHANGE_NAMES, "plan", "points", "track"],
      own: changeParameters(filter, shown),
      ignored,
      settles: { lane, track, region },
    }
  },
  record: (given, { ledger, page, question }) => {
    const names = ["from", "to"] as const
    const kind = KIND_NAMES.find((each) => each === page.record!.kind)
    const revision = (name: (typeof names)[number]) => {
      const text = given.getAll(name).length === 1 ? given.get(name)! : ""
      return /^[1-9]\d{0,8}$/.test(text) && Number(text) <= question.known ? Number(text) : null
    }
    const [from, to] = [revision("from"), revision("to")]
    const view = kind ? recordComparison(ledger, question, { kind, id: page.record!.id, from, to }) : null
    const own = view && { ...(view.from && { from: String(view.from.revision) }), to: String(view.to.revision) }
    return { names, own: own ?? {}, ignored: names.filter((name) => given.has(name) && revision(name) === null) }
  },
  method: nothing,
  data: (given, { question, unread }) => {
    const own = { ...oneOf(given, "what", Object.values(LIST_NAMES)), ...oneOf(given, "format", DATA_FORMATS) }
    // The whole country is spelled by name, and asked for by none.
    const named = QUERY_NAMES.filter((name) => given.has(name) && !unread.includes(name) && question[name] !== null)
    const narrowed = Object.fromEntries(named.map((name) => [name, String(question[name])]))
    const ignored = ["what", "format"].filter((name) => given.has(name) && !(name in own))
    return { names: ["what", "format", ...QUERY_NAMES], own: { ...own, ...narrowed }, ignored }
  },
}
