import type { Lane, Track } from "@/lib/domain/scale"
import { isStale, type QueueRow } from "@/lib/domain/views/queue"

/** Which rows of the queue are shown; spelled in the address, so a filtered queue can be kept as a bookmark. */
export type QueueFilter = {
  lane: Lane
  plan: string | null
  track: Track | null
  age: "stale" | "all"
  q: string
  all: boolean
}

/** Rows shown before "show more". */
export const FIRST_ROWS = 25

/** Reads the filter; what makes no sense is left out. */
export function readFilter(search: URLSearchParams, plans: readonly string[]): QueueFilter {
  const [plan, track] = [search.get("plan"), search.get("track")]
  return {
    lane: search.get("lane") === "claim" ? "claim" : "finding",
    plan: plan !== null && plans.includes(plan) ? plan : null,
    track: track === "kinetic" || track === "non-kinetic" ? track : null,
    age: search.get("age") === "all" ? "all" : "stale",
    q: (search.get("q") ?? "").trim().slice(0, 80),
    all: search.get("show") === "all",
  }
}

/** The filter as the query part of an address, defaults left out. */
export function searchOfFilter(filter: QueueFilter): string {
  const given = {
    lane: filter.lane === "finding" ? "" : filter.lane,
    plan: filter.plan ?? "",
    track: filter.track ?? "",
    age: filter.age === "stale" ? "" : filter.age,
    q: filter.q,
    show: filter.all ? "all" : "",
  }
  const search = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ""))
  return search.size > 0 ? `?${search}` : ""
}

/** The rows a filter lets through, in their order. Words are looked for in both languages. */
export function filterRows(rows: readonly QueueRow[], filter: QueueFilter): QueueRow[] {
  const wanted = filter.q.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (filter.plan !== null && row.plan !== filter.plan) return false
    if (filter.track !== null && row.commitment.track !== filter.track) return false
    if (filter.age === "stale" && !isStale(row)) return false
    const { code, id, text } = row.commitment
    const words = [code, id, text.en, text.ur, row.pointTitle.en, row.pointTitle.ur].join(" ").toLowerCase()
    return wanted.every((word) => words.includes(word))
  })
}
