import { notAdoptedWords } from "@/components/views/not-adopted"
import { type Score, toldIndex } from "@/lib/domain/indices"
import type { PointView, StrandView } from "@/lib/domain/views/point"
import { unadopted } from "@/lib/domain/views/scope"
import { oneDecimal, range, signed, signedRange, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"

/** The finding of one strand in words: index, what it rests on, what is unknown, and the claim beside it. */
export function strandSentence(locale: Locale, strand: StrandView, now: boolean): string {
  const { point, terms } = messages(locale)
  const { strands } = point
  const { finding, claim } = strand.score
  const track = terms.track[strand.track]
  if (finding.commitments === 0) return strands.empty(track)
  const claims = claimSentence(locale, claim, now)
  if (finding.index === null || finding.low === null || finding.high === null) {
    return `${strands.unrated(track, finding.commitments)} ${claims}`
  }
  if (toldIndex(finding) === null) {
    const [low, high] = [wholeNumber(finding.low), wholeNumber(finding.high)]
    return `${strands.few(track, low, high, finding.rated, finding.commitments, now)} ${claims}`
  }
  const stands = strands.stands(track, wholeNumber(finding.index), finding.rated, finding.commitments, now)
  const between =
    finding.rated < finding.commitments
      ? ` ${strands.between(wholeNumber(finding.low), wholeNumber(finding.high))}`
      : ""
  return `${stands}${between} ${claims}`
}

function claimSentence(locale: Locale, claim: Score, now: boolean): string {
  const { strands } = messages(locale).point
  const { index, low, high, rated, commitments } = claim
  if (index === null || low === null || high === null) return strands.noClaim
  if (toldIndex(claim) !== null) return strands.claims(wholeNumber(index), now)
  return strands.claimsFew(wholeNumber(low), wholeNumber(high), rated, commitments, now)
}

/** The line under the two strands: the imbalance, or why there is none. */
export function imbalanceWords(locale: Locale, view: PointView): string {
  const { point, terms } = messages(locale)
  if (view.track !== null) return point.stands.oneTrack
  const empty = view.strands.find((strand) => strand.commitments.length === 0)
  if (empty) return point.stands.oneSided(inSentence(locale, terms.track[empty.track]))
  const { value, low, high, verdict } = view.imbalance
  if (value !== null) {
    const ahead = verdict === "kinetic-ahead" ? terms.track.kinetic : terms.track["non-kinetic"]
    // Which half leads is certain, by how much is not where one of them has no index to be told by.
    const isOpen = view.strands.some(({ score }) => toldIndex(score.finding) === null)
    const by = isOpen ? signedRange(locale, low!, high!) : signed(locale, value)
    return `${point.stands.imbalance}: ${point.stands.points(by, inSentence(locale, ahead))}`
  }
  if (low === null || high === null) return `${point.stands.imbalance}: ${terms.cannotBeTold}`
  return `${point.stands.imbalance}: ${point.stands.untold(signedRange(locale, low, high))}`
}

/** Index with one decimal for tables, or the words for what is unknown or was never promised. */
export function indexWords(locale: Locale, it: { index: number | null; low: number | null }): string {
  const { terms } = messages(locale)
  return it.low === null ? terms.nothingPromised : it.index === null ? terms.unrated : oneDecimal(it.index)
}

/** "33–67", or the words where nothing was promised. */
export function rangeWords(locale: Locale, it: { low: number | null; high: number | null }): string {
  return it.low === null || it.high === null ? messages(locale).terms.nothingPromised : range(locale, it.low, it.high)
}

/** A track's name inside a sentence: lower case where the script has cases. */
export function inSentence(locale: Locale, name: string): string {
  return locale === "en" ? name.toLowerCase() : name
}

/** What the page finds, in one line for a title or a preview: each strand's index, or why there is none. */
export function pointHeadline(locale: Locale, view: PointView): string {
  const untimely = notAdoptedWords(locale, view)
  if (untimely !== null) return untimely
  return view.strands.map((strand) => strandSentence(locale, strand, view.asOf === view.today)).join(" ")
}

/** The page's title with its finding: "Point 12: FATA reforms …, non-kinetic 67 of 100". */
export function pointTitle(locale: Locale, view: PointView): string {
  const { point, terms } = messages(locale)
  const found = view.strands
    .filter((strand) => strand.commitments.length > 0 && !unadopted(view))
    .map(({ track, score: { finding } }) => {
      const name = inSentence(locale, terms.track[track])
      const { index, low, high, rated, commitments } = finding
      if (index === null || low === null || high === null) return `${name} ${inSentence(locale, terms.unrated)}`
      return toldIndex(finding) === null
        ? point.fewOfHundred(name, range(locale, low, high), rated, commitments)
        : point.ofHundred(name, wholeNumber(index))
    })
  const title = point.title(view.point.number, inLocale(locale, view.point.title).text)
  return [title, ...found].join(locale === "ur" ? "، " : ", ")
}
