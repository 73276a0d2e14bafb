import { canonical } from "@/lib/domain/canonical"
import { type CitedScreen, citedQuestion, type Pinned } from "@/lib/domain/citation"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { citedView, type CitedView, figuresOf } from "@/lib/domain/views/cited"
import { answerOf } from "@/lib/domain/views/answer"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { commitmentsInScope, type Tracks } from "@/lib/domain/views/scope"

/** The screens whose numbers are the answer that the first format's digest was taken of. */
const SHOWING_ANSWER: readonly CitedScreen[] = ["overview", "points", "point", "explore"]
/** The screens resting only on what `changesSince` counts: the commitments in scope and what is said of them. */
const COUNTED: readonly CitedScreen[] = [...SHOWING_ANSWER, "momentum", "sandbox"]

/** What a permanent address shows: the screen as it was cited, with what was published since. */
export type CitationAnswer = Frame & {
  shown: CitedView
  tracks: Tracks
  /** Whether the screen cited shows the numbers of the answer, so that also a digest of the first format stands for it. */
  isAnswer: boolean
  /**
   * Later revisions: those on what the screen shows where that can be counted, else all there are. `isSame`: whether the
   * newest gives the very same figures for the same question; null where it is the one cited, or knows no such page.
   */
  since: { of: "screen" | "record"; count: number; isSame: boolean | null }
}

/** The screen that a citation pins, as its revision knew it. */
export function citationAnswer(ledger: Ledger, pinned: Pinned): CitationAnswer {
  const { page, question } = pinned
  const facts = snapshot(ledger, question.known)
  const frame = frameOf(ledger, facts, question, commitmentsInScope(facts, question))
  const shown = citedView(ledger, pinned)
  const isCounted = COUNTED.includes(page.screen)
  return {
    ...frame,
    shown,
    tracks: answerOf(ledger, question).tracks,
    isAnswer: SHOWING_ANSWER.includes(page.screen),
    since: {
      of: isCounted ? "screen" : "record",
      count: isCounted ? frame.changesSince : ledger.newest - facts.revision,
      isSame: isSameNow(ledger, pinned, shown),
    },
  }
}

function isSameNow(ledger: Ledger, { page, question, extra }: Pinned, shown: CitedView): boolean | null {
  if (question.known >= ledger.newest) return null
  const { records } = snapshot(ledger, ledger.newest)
  const isThere = records.plan.has(question.plan) && (question.region === null || records.region.has(question.region))
  const now = isThere ? citedQuestion(ledger, page, { ...question, known: ledger.newest }) : null
  if (now === null) return null
  const figures = figuresOf(citedView(ledger, { page, question: now, extra }), extra)
  return canonical(figures) === canonical(figuresOf(shown, extra))
}
