import { z } from "zod"
import { dayOf, type Instant } from "@/lib/domain/date"
import { type Entry, type Ledger, type Revision, type RevisionKind, type Snapshot, snapshot } from "@/lib/domain/ledger"
import type { Question } from "@/lib/domain/query"
import type { Kind } from "@/lib/domain/records"
import { Track } from "@/lib/domain/scale"
import { type Belonging, belongingOf, type ChangeItem, dayOfEntry, itemOf, RANK } from "@/lib/domain/views/change-item"
import { type IndexMove, movesOf } from "@/lib/domain/views/index-moves"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { type Past, pastOf } from "@/lib/domain/views/past"
import { commitmentsInScope, pointHead, type PointHead, pointsInScope, type Text } from "@/lib/domain/views/scope"

/** Why something was published, in the order in which readers are offered it. */
export const ChangeKind = z.enum(["world-changed", "correction", "re-check", "redaction", "dataset"])
export const CHANGE_KINDS: readonly RevisionKind[] = ChangeKind.options

export const CHANGES_PER_PAGE = 50
/** A longer revision is counted by kind; asked for by its number it names everything. */
export const MOST_NAMED = 8

/**
 * What a list of changes is narrowed to; null is everything. `points` are numbers of points of `plan`; `track` leaves
 * what was done to commitments of that track; `since` only what came after that revision.
 */
export type ChangeFilter = {
  kind: RevisionKind | null
  plan: string | null
  points: number[] | null
  track: Track | null
  revision: number | null
  since: number | null
}
/** How an address spells the parameters that the question has not. */
export const CHANGE_NAMES = ["kind", "revision", "since", "page"] as const
/** What a question may say that a list of changes is not narrowed by. */
const NOT_HERE = ["lane", "region"]

/** Reads filter and page from an address beside its question; what makes no sense is named in `ignored`. */
export function readFilter(
  given: URLSearchParams,
  question: Pick<Question, "plan" | "points" | "known">,
): { filter: ChangeFilter; page: number; ignored: string[] } {
  const ignored = NOT_HERE.filter((name) => given.has(name))
  const number = (name: "revision" | "since" | "page", most: number): number | null => {
    const text = given.get(name)
    if (text === null) return null
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
    if (value >= 1 && value <= most && given.getAll(name).length === 1) return value
    ignored.push(name)
    return null
  }
  const kind = ChangeKind.safeParse(given.get("kind"))
  if (given.has("kind") && !kind.success) ignored.push("kind")
  const track = Track.safeParse(given.get("track"))
  if (given.has("track") && !track.success) ignored.push("track")
  // A point has a number only within a plan, so naming one names the question's plan too.
  const isNarrowed = given.has("plan") || question.points !== null
  const filter = {
    kind: kind.success ? kind.data : null,
    plan: isNarrowed ? question.plan : null,
    points: question.points,
    track: track.success ? track.data : null,
    revision: number("revision", question.known),
    since: number("since", question.known),
  }
  return { filter, page: number("page", Infinity) ?? 1, ignored }
}

/** The one spelling of a filter and a page in an address, beside the question's clocks. */
export function changeParameters(filter: ChangeFilter, page: number): Record<string, string> {
  const { kind, revision, since, plan, points, track } = filter
  return {
    ...(kind && { kind }),
    ...(revision && { revision: String(revision) }),
    ...(since && { since: String(since) }),
    ...(plan && { plan }),
    ...(points && { points: points.join(",") }),
    ...(track && { track }),
    ...(page > 1 && { page: String(page) }),
  }
}

/** The filter that lets everything through. */
export const EVERY_CHANGE: ChangeFilter = {
  kind: null,
  plan: null,
  points: null,
  track: null,
  revision: null,
  since: null,
}

/** How many records of a kind a revision added, changed, took back or blanked. */
export type ChangeCount = { kind: Kind; act: Entry["act"]; count: number }

/** One revision in a reader's words; names no editor. */
export type RevisionView = {
  revision: number
  publishedAt: Instant
  kind: RevisionKind
  reason: Text
  hash: string
  /** The records named one by one, what readers look for first; none of the starting data. */
  items: ChangeItem[]
  /** All records it touched, also those that are not named. */
  counts: ChangeCount[]
  /** How many of them are not among the items. */
  unnamed: number
  /** Of a removal by law: the revisions whose reason it took out. */
  reasonsRemoved: number[]
  /** What it did to the headline indices as of the day asked for. */
  moves: IndexMove[]
}

export type ChangesView = Frame & {
  filter: ChangeFilter
  /** The points of the plan it is narrowed to, to choose one of; none for both plans. */
  choices: PointHead[]
  page: number
  pages: number
  total: number
  revisions: RevisionView[]
}

/**
 * What was published, newest first, as the question's revision knew it; with a past as-of day only what speaks of the
 * world up to then. Only the page asked for is put into words; a page beyond the last gives the last.
 */
export function changesView(ledger: Ledger, question: Question, filter: ChangeFilter, page = 1): ChangesView {
  const facts = snapshot(ledger, question.known)
  const past = pastOf(ledger)
  const found = changesFound(ledger, past, question, filter)
  const pages = Math.max(1, Math.ceil(found.length / CHANGES_PER_PAGE))
  const at = Math.min(Math.max(1, page), pages)
  const most = filter.revision === null ? MOST_NAMED : Infinity
  return {
    ...frameOf(ledger, facts, question, commitmentsInScope(facts, question)),
    changesSince: ledger.newest - facts.revision,
    choices: choicesIn(facts, filter.plan),
    filter,
    page: at,
    pages,
    total: found.length,
    revisions: found
      .slice((at - 1) * CHANGES_PER_PAGE, at * CHANGES_PER_PAGE)
      .map((revision) => worded(ledger, past, revision, question, filter, most)),
  }
}

function choicesIn(facts: Snapshot, plan: string | null): PointHead[] {
  return plan === null ? [] : pointsInScope(facts, { plan, points: null }).map((point) => pointHead(facts, point))
}

/** The revisions that a filter leaves, newest first. */
export function changesFound(ledger: Ledger, past: Past, question: Question, filter: ChangeFilter): Revision[] {
  const found: Revision[] = []
  for (let number = Math.min(question.known, ledger.newest); number > (filter.since ?? 0); number--) {
    const revision = ledger.revisions[number - 1]!
    if (filter.kind !== null && revision.kind !== filter.kind) continue
    if (filter.revision !== null && number !== filter.revision) continue
    if (filter.since !== null && number <= filter.since) break
    if (
      isEverything(revision, question, filter) ||
      revision.entries.some((entry) => isAbout(past, entry, revision, question, filter))
    )
      found.push(revision)
  }
  return found
}

/** The records of a revision that a filter leaves, each in a reader's words: for tables, which name everything. */
export function itemsOf(ledger: Ledger, revision: Revision, question: Question, filter: ChangeFilter): ChangeItem[] {
  const past = pastOf(ledger)
  const isWhole = isEverything(revision, question, filter)
  return revision.entries
    .filter((entry) => isWhole || isAbout(past, entry, revision, question, filter))
    .map((entry) => itemOf(past, entry, revision.number))
}

function worded(
  ledger: Ledger,
  past: Past,
  revision: Revision,
  question: Question,
  filter: ChangeFilter,
  most: number,
): RevisionView {
  const { number, publishedAt, kind, reason, hash, entries, reasonsRemoved = [] } = revision
  const shown = kind === "dataset" ? [] : entries.filter((it) => isShown(past, it, revision, question, filter))
  const named = shown.sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind)).slice(0, most)
  return {
    revision: number,
    publishedAt,
    kind,
    reason,
    hash,
    items: named.map((entry) => itemOf(past, entry, number)),
    counts: countsOf(entries),
    unnamed: entries.length - named.length,
    reasonsRemoved,
    moves: movesOf(ledger, past, revision, question.asOf),
  }
}

export function countsOf(entries: readonly Entry[]): ChangeCount[] {
  const counts = new Map<string, ChangeCount>()
  for (const { kind, act } of entries) {
    const count = counts.get(`${kind}/${act}`)
    if (count) count.count++
    else counts.set(`${kind}/${act}`, { kind, act, count: 1 })
  }
  return [...counts.values()].sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind))
}

/**
 * What had been published by the as-of day is told whole, since it may speak of days to come; of what was published
 * later only what speaks of days up to then. Nothing here looks at today, so that a list with both clocks set stands
 * still.
 */
const isOfThen = ({ publishedAt }: Revision, { asOf }: Pick<Question, "asOf">) => dayOf(publishedAt) <= asOf
const isEverything = (revision: Revision, question: Question, { plan, points, track }: ChangeFilter) =>
  plan === null && points === null && track === null && isOfThen(revision, question)

function isAbout(past: Past, entry: Entry, revision: Revision, question: Question, filter: ChangeFilter): boolean {
  if (!isByThen(past, entry, revision, question)) return false
  return isUnnarrowed(filter) || isOf(belongingOf(past, entry, revision.number), filter)
}

/** A source or a body belongs to no point: it is named beside what it was published with. */
function isShown(past: Past, entry: Entry, revision: Revision, question: Question, filter: ChangeFilter): boolean {
  if (!isByThen(past, entry, revision, question)) return false
  const belonging = belongingOf(past, entry, revision.number)
  return isUnnarrowed(filter) || belonging.plans.length === 0 || isOf(belonging, filter)
}

/** Whether what a revision did to a record may be told as of the question's day. */
export function isByThen(past: Past, entry: Entry, revision: Revision, question: Pick<Question, "asOf">): boolean {
  if (isOfThen(revision, question)) return true
  const day = dayOfEntry(past, entry, revision.number)
  return day === null || day <= question.asOf
}

const isUnnarrowed = ({ plan, track }: ChangeFilter) => plan === null && track === null

const isOf = (belonging: Belonging, { plan, points: numbers, track }: ChangeFilter) =>
  (track === null || belonging.track === track) && (plan === null || isOfPlan(belonging, plan, numbers))

const isOfPlan = ({ plans, points }: Belonging, plan: string, numbers: number[] | null) =>
  plans.includes(plan) &&
  (numbers === null || points.some((point) => point.plan === plan && numbers.includes(point.number)))
