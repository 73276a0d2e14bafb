import { type Ledger, order, type Snapshot } from "@/lib/domain/ledger"
import type { Commitment, Crosswalk } from "@/lib/domain/records"

/**
 * What two editions both contain: the crosswalk's links between their points, and the points these join. Nothing but
 * a link of its own makes it another. `from` is the older edition, or whichever is named first.
 */
export type ComparableCore = { from: string; to: string; links: CoreLink[]; fromPoints: string[]; toPoints: string[] }
export type CoreLink = Crosswalk & { from: string; to: string }

/** The core of two plans. A link counts in whichever direction it was written; the crosswalk writes old to new. */
export function comparableCore(facts: Snapshot, from: string, to: string): ComparableCore {
  const planOf = (point: string) => facts.records.point.get(point)?.plan
  const links = [...facts.records.crosswalk.values()]
    .filter((it): it is CoreLink => it.from !== null && it.to !== null)
    .filter((it) => joins([planOf(it.from), planOf(it.to)], from, to))
    .sort((a, b) => order(a.id, b.id))
  const points = (plan: string) =>
    [...new Set(links.flatMap((it) => [it.from, it.to]))].filter((id) => planOf(id) === plan).sort(order)
  return { from, to, links, fromPoints: points(from), toPoints: points(to) }
}

const joins = ([a, b]: [string | undefined, string | undefined], from: string, to: string) =>
  (a === from && b === to) || (a === to && b === from)

/** How a point went on in the other edition: in whole, only in part, or not at all. */
export type Kept = "whole" | "partly" | "not"

/** By the crosswalk alone: without a link to another point it was not kept, with one and a part dropped only partly. */
export function keptOf(facts: Snapshot, point: string): Kept {
  const own = [...facts.records.crosswalk.values()].filter((it) => it.from === point || it.to === point)
  if (!own.some((it) => it.from !== null && it.to !== null)) return "not"
  return own.some((it) => it.to === null) ? "partly" : "whole"
}

/** The commitments of one side's core points, of both tracks. */
export function coreCommitments(facts: Snapshot, points: readonly string[]): Commitment[] {
  const kept = new Set(points)
  return [...facts.records.commitment.values()].filter((it) => kept.has(it.point)).sort((a, b) => order(a.id, b.id))
}

/** The revision, up to the one known, that last touched a link which is or was in the core; null without any. */
export function coreChangedAt(ledger: Ledger, facts: Snapshot, from: string, to: string): number | null {
  const planOf = (point: string | null) => (point === null ? undefined : facts.records.point.get(point)?.plan)
  let last: number | null = null
  for (const versions of ledger.versions.crosswalk.values()) {
    const known = versions.filter((version) => version.revision <= facts.revision)
    known.forEach(({ revision, record }, at) => {
      const before = known[at - 1]?.record
      const isCore = [record, before].some((it) => it && joins([planOf(it.from), planOf(it.to)], from, to))
      if (isCore && (last === null || revision > last)) last = revision
    })
  }
  return last
}
