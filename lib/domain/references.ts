import type { Kind, RecordOf } from "@/lib/domain/records"

/** What one record refers to, as kind and id; publishing refuses a reference to nothing. */
export function references<K extends Kind>(kind: K, record: RecordOf<K>): { kind: Kind; id: string }[] {
  const found: { kind: Kind; id: string }[] = []
  for (const [field, value] of Object.entries(record)) collect(REFERENCES[kind]?.[field], value, found)
  return found
}

/** The kind that a field refers to; `path` names it without places in lists: "leadBodies.sources". Null for none. */
export function targetOf(kind: Kind, path: string): Kind | null {
  let target: Target | undefined = REFERENCES[kind]
  for (const part of path.split(".")) target = typeof target === "object" ? target[part] : undefined
  return typeof target === "string" ? target : null
}

/** Which fields refer to which kind: a plain field, a list of ids, or a list of objects by their own fields. */
type Target = Kind | { [field: string]: Target }
const REFERENCES: Partial<Record<Kind, Record<string, Target>>> = {
  plan: { sources: "source" },
  point: {
    plan: "plan",
    regions: "region",
    sources: "source",
    wordingVariants: { sources: "source" },
    leadBodies: { body: "body", sources: "source" },
  },
  commitment: {
    plan: "plan",
    point: "point",
    regions: "region",
    bodies: "body",
    continues: "commitment",
    restsOn: { source: "source" },
  },
  assessment: { commitment: "commitment", region: "region", evidence: { source: "source" } },
  check: { commitment: "commitment", region: "region", source: "source" },
  rating: { plan: "plan", point: "point", region: "region", source: "source" },
  silence: { plan: "plan", point: "point", promisedByBody: "body", sources: "source" },
  crosswalk: { from: "point", to: "point" },
  event: { region: "region", relatedPoints: "point", sources: "source" },
  observation: { series: "indicator", source: "source" },
  secondCoding: { commitment: "commitment" },
}

function collect(target: Target | undefined, value: unknown, found: { kind: Kind; id: string }[]): void {
  if (target === undefined || value === null || value === undefined) return
  if (Array.isArray(value)) for (const each of value) collect(target, each, found)
  else if (typeof target === "string") found.push({ kind: target, id: String(value) })
  else
    for (const [field, inner] of Object.entries(target))
      collect(inner, (value as Record<string, unknown>)[field], found)
}
