import type { Day } from "@/lib/domain/date"
import { type Cell, cellOf, type Ledger, order, type Version } from "@/lib/domain/ledger"
import type { Assessment, Kind } from "@/lib/domain/records"

/**
 * What single revisions knew, found without cutting a whole snapshot for each: a list of changes looks at two
 * revisions per line.
 */
export type Past = {
  /** The newest version of a record up to a revision, also a withdrawn one; null where there was none yet. */
  version<K extends Kind>(kind: K, id: string, revision: number): Version<K> | null
  /** The assessment in force in a cell by the end of a day, as a revision knew it. */
  standing(cell: Cell, on: Day, revision: number): Assessment | null
}

type Assessed = Map<Cell, Version<"assessment">[][]>
const kept = new WeakMap<Ledger, { newest: number; assessed: Assessed }>()

export function pastOf(ledger: Ledger): Past {
  const assessed = assessedIn(ledger)
  const version: Past["version"] = (kind, id, revision) => {
    const versions = ledger.versions[kind].get(id)
    return versions ? upTo(versions as Version<typeof kind>[], revision) : null
  }
  return {
    version,
    standing(cell, on, revision) {
      let found: Assessment | null = null
      for (const versions of assessed.get(cell) ?? []) {
        const then = upTo(versions, revision)
        if (!then || then.withdrawn || then.record.effectiveOn > on) continue
        // Only a rewritten one can have moved to another cell.
        if (versions.length > 1 && cellOf(then.record) !== cell) continue
        if (!found || isLater(then.record, found)) found = then.record
      }
      return found
    },
  }
}

/** Every assessment that some version puts in a cell; made anew only when the ledger has grown. */
function assessedIn(ledger: Ledger): Assessed {
  const before = kept.get(ledger)
  if (before?.newest === ledger.newest) return before.assessed
  const assessed: Assessed = new Map()
  for (const versions of ledger.versions.assessment.values()) {
    for (const cell of new Set(versions.map((version) => cellOf(version.record)))) {
      const list = assessed.get(cell)
      if (list) list.push(versions)
      else assessed.set(cell, [versions])
    }
  }
  kept.set(ledger, { newest: ledger.newest, assessed })
  return assessed
}

/** The newest of these versions up to a revision; they ascend. */
function upTo<T extends { revision: number }>(versions: readonly T[], revision: number): T | null {
  if (versions.length === 1) return versions[0]!.revision <= revision ? versions[0]! : null
  let low = 0
  let high = versions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (versions[middle]!.revision <= revision) low = middle + 1
    else high = middle
  }
  return versions[low - 1] ?? null
}

/** Of two of one day the same stands as in a snapshot: the later by name. */
const isLater = (a: Assessment, b: Assessment) => (order(a.effectiveOn, b.effectiveOn) || order(a.id, b.id)) > 0
