import type { ExploreNames } from "@/lib/domain/views/explore"
import type { ExploreFacet } from "@/lib/domain/views/explore-facets"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import type { ExploreWords } from "./words"

/** Puts values into the {places} of a text. */
export const filled = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""))

/** A value of a facet in the reader's words. */
export function valueWords(
  locale: Locale,
  words: ExploreWords,
  names: ExploreNames,
  facet: ExploreFacet,
  value: string,
): string {
  const named = (text: { en: string; ur: string | null } | undefined) => (text ? inLocale(locale, text).text : value)
  const table: Record<ExploreFacet, () => string | undefined> = {
    track: () => words.track[value as keyof typeof words.track],
    points: () => `${value} · ${named(names.points[value]?.title)}`,
    finding: () => levelWords(words, value),
    claim: () => levelWords(words, value),
    gap: () => words.gap[value],
    reason: () => words.unratedReason[value as keyof typeof words.unratedReason] ?? words.notAssessed,
    certainty: () => words.certainty[value as keyof typeof words.certainty],
    checked: () => words.checked[value],
    where: () => named(names.regions[value]),
    body: () => named(names.bodies[value]),
    named: () => named(names.bodies[value]),
    sector: () => words.sector[value as keyof typeof words.sector],
    type: () => words.commitmentType[value as keyof typeof words.commitmentType],
    basis: () => words.restsOn[value as keyof typeof words.restsOn],
    promise: () => words.promise[value],
    rival: () => words.rival[value],
    silent: () => words.silent[value],
  }
  return table[facet]() ?? value
}

const levelWords = (words: ExploreWords, value: string) =>
  value === "unrated" ? words.unrated : `${value} · ${words.level[Number(value) as keyof typeof words.level]}`
