import type { Assignment } from "@/lib/domain/assignment"
import type { Lane, Track } from "@/lib/domain/scale"
import type { AssessmentHead } from "@/lib/domain/views/upkeep"
import { isStale, type QueueRow } from "@/lib/domain/views/queue"

/** The parts of the queue; each has an address. */
export const SECTIONS = ["stale", "mine", "review", "missed", "back", "translations", "sources", "evidence"] as const
export type Section = (typeof SECTIONS)[number]

/** Which rows of the queue are shown; spelled in the address, so a filtered queue can be kept as a bookmark. */
export type QueueFilter = {
  section: Section
  lane: Lane
  plan: string | null
  track: Track | null
  age: "stale" | "all"
  level: "unrated" | "never" | null // cannot be rated, or never assessed
  lead: boolean
  q: string
  all: boolean
}

/** A commitment of the queue in its lane, with the work that is given out or was missed there. */
export type QueueItem = { row: QueueRow; lane: Lane; task: Assignment | null }

/** Rows shown before "show more". */
export const FIRST_ROWS = 25

/** Reads the filter; what makes no sense is left out. */
export function readFilter(search: URLSearchParams, plans: readonly string[]): QueueFilter {
  const [plan, track, level] = [search.get("plan"), search.get("track"), search.get("level")]
  return {
    section: SECTIONS.find((section) => section === search.get("list")) ?? "stale",
    lane: search.get("lane") === "claim" ? "claim" : "finding",
    plan: plan !== null && plans.includes(plan) ? plan : null,
    track: track === "kinetic" || track === "non-kinetic" ? track : null,
    age: search.get("age") === "all" ? "all" : "stale",
    level: level === "unrated" || level === "never" ? level : null,
    lead: search.get("lead") === "yes",
    q: (search.get("q") ?? "").trim().slice(0, 80),
    all: search.get("show") === "all",
  }
}

/** The filter as names and values, defaults left out. */
export function fieldsOfFilter(filter: QueueFilter): [string, string][] {
  const given = {
    list: filter.section === "stale" ? "" : filter.section,
    lane: filter.lane === "finding" ? "" : filter.lane,
    plan: filter.plan ?? "",
    track: filter.track ?? "",
    age: filter.age === "stale" ? "" : filter.age,
    level: filter.level ?? "",
    lead: filter.lead ? "yes" : "",
    q: filter.q,
    show: filter.all ? "all" : "",
  }
  return Object.entries(given).filter(([, value]) => value !== "")
}

/** The filter as the query part of an address. */
export function searchOfFilter(filter: QueueFilter): string {
  const search = new URLSearchParams(fieldsOfFilter(filter))
  return search.size > 0 ? `?${search}` : ""
}

/**
 * The commitments of the part of the queue that is shown, before its filter: every one of a lane, or what somebody
 * has to check or has missed, by due day.
 */
export function itemsOf(
  rows: Record<Lane, QueueRow[]>,
  assignments: readonly Assignment[],
  { section, lane }: Pick<QueueFilter, "section" | "lane">,
): QueueItem[] {
  const waiting = assignments.filter((it) => it.state === "open" || it.state === "missed")
  if (section === "stale") {
    return rows[lane].map((row) => ({
      row,
      lane,
      task: waiting.findLast((it) => it.commitment === row.commitment.id && it.lane === lane) ?? null,
    }))
  }
  const wanted = waiting.filter((it) => (section === "mine" ? it.mine : section === "missed" && it.state === "missed"))
  return wanted.flatMap((task) => {
    const row = rows[task.lane].find((it) => it.commitment.id === task.commitment)
    return row ? [{ row, lane: task.lane, task }] : []
  })
}

/** The items a filter lets through, in their order. */
export function filterItems(items: readonly QueueItem[], filter: QueueFilter): QueueItem[] {
  return items.filter(({ row }) => filterRows([row], filter).length > 0)
}

/** The rows a filter lets through, in their order. Words are looked for in both languages. */
export function filterRows(rows: readonly QueueRow[], filter: QueueFilter): QueueRow[] {
  return rows.filter((row) => {
    if (filter.plan !== null && row.plan !== filter.plan) return false
    if (filter.track !== null && row.commitment.track !== filter.track) return false
    if (filter.lead && !row.lead) return false
    if (filter.level === "never" && row.standing !== null) return false
    if (filter.level === "unrated" && row.standing?.level !== null) return false
    // Age is a question of the first part alone: what was missed or is mine is shown however fresh it is.
    if (filter.section === "stale" && filter.age === "stale" && !isStale(row)) return false
    const { code, id, point, text } = row.commitment
    const words = [code, id, text.en, text.ur, row.pointTitle.en, row.pointTitle.ur]
    return hasWords(filter.q, words, [point, row.year])
  })
}

/** Lists of assessments go by the same words, plan and track. */
export function letsThrough(filter: QueueFilter, at: AssessmentHead): boolean {
  const { code, id, point, text, track } = at.commitment
  if (filter.plan !== null && at.plan !== filter.plan) return false
  if (filter.track !== null && track !== filter.track) return false
  return hasWords(filter.q, [code, id, text.en, text.ur], [point, at.year])
}

/** Whether every word asked for occurs; numbers and codes are meant exactly: point 5 is not point 15, 5b not 15b. */
export function hasWords(asked: string, words: readonly (string | null)[], numbers: readonly number[]): boolean {
  const text = words.join(" ").toLowerCase()
  const isThere = (word: string) => {
    if (/^\d+$/.test(word)) return numbers.includes(Number(word))
    return /^\d+[a-z]$/.test(word) ? text.split(" ").includes(word) : text.includes(word)
  }
  return asked
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "point" && word !== "نکتہ")
    .every(isThere)
}
