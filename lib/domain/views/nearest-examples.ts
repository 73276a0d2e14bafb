import type { Level } from "@/lib/domain/scale"

/**
 * The two examples that help most to decide on a level: one at that level and one beside it, the higher one first
 * where it exists, since the question is "why not the next". Without a level in question, those around the middle.
 * Ascending by level; fewer where there are no others.
 */
export function nearestExamples<T extends { level: Level }>(examples: readonly T[], level: Level | null): T[] {
  const wanted = level ?? 1
  const distance = (it: T) => Math.abs(it.level - wanted) * 2 - (it.level > wanted ? 1 : 0)
  return [...examples]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 2)
    .sort((a, b) => a.level - b.level)
}
