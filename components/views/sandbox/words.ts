import { notAdoptedHeadline } from "@/components/views/not-adopted"
import type { OwnScore } from "@/lib/domain/own-method"
import type { Combination, Holding, SandboxView } from "@/lib/domain/views/sandbox"
import { range, wholeNumber } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** Whether it can be told which half leads, in the words of a headline. */
export function sandboxHeadline(locale: Locale, view: SandboxView): string {
  const { sandbox } = messages(locale)
  const { kinetic, nonKinetic, all } = view.tracks
  const untimely = notAdoptedHeadline(locale, view)
  if (untimely !== null) return untimely
  if (all.commitments === 0) return sandbox.empty
  if (kinetic.commitments === 0) return sandbox.oneTrack["non-kinetic"]
  if (nonKinetic.commitments === 0) return sandbox.oneTrack.kinetic
  if (all.rated === 0) return sandbox.noneRated
  return sandbox.headline[leadOf(view)]
}

/** What every method says of the lead; where they differ, which halves any of them puts ahead. */
function leadOf({ holdings }: SandboxView) {
  const { answer, counts } = holdings.find(({ conclusion }) => conclusion === "lead")!
  if (answer !== null) return answer
  if (counts.first > 0) return counts.second > 0 ? "differs" : "onlyFirst"
  return counts.second > 0 ? "onlySecond" : "neither"
}

/** A way of adding up: "every point; unrated left out". */
export function methodWords(locale: Locale, { weights, unrated }: Pick<Combination, "weights" | "unrated">): string {
  const { sandbox } = messages(locale)
  return [sandbox.weights[weights], sandbox.unrated[unrated]].join(locale === "ur" ? "؛ " : "; ")
}

/** What a conclusion comes to: the one answer of every method, or how many give which. */
export function holdingWords(locale: Locale, { conclusion, answer, counts }: Holding): string {
  const { sandbox } = messages(locale)
  const words = sandbox.answer[conclusion]
  const ways = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (answer !== null) return sandbox.always(words[answer], ways)
  return (Object.keys(counts) as (keyof typeof counts)[])
    .filter((each) => counts[each] > 0)
    .map((each) => sandbox.sometimes(words[each], counts[each], ways))
    .join(locale === "ur" ? "؛ " : "; ")
}

/** An index with the range its method leaves open: "38 (21–61)"; a dash alone says nothing, so words where there is none. */
export function scoreWords(locale: Locale, { index, low, high, commitments, rated }: OwnScore): string {
  const { sandbox, terms } = messages(locale)
  if (commitments === 0) return terms.nothingPromised
  // What is rated can be added up, unless a reader's weights left nothing of it.
  if (rated > 0 && (low === null || high === null)) return sandbox.noWeight
  if (low === null || high === null) return terms.unrated
  const open = high - low < 0.05 ? "" : ` (${range(locale, low, high)})`
  return `${index === null ? terms.unrated : wholeNumber(index)}${open}`
}
