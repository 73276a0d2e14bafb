import type { CitedScreen } from "@/lib/domain/citation"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Imbalance } from "@/lib/domain/indices"
import type { Question } from "@/lib/domain/query"
import { answerOf } from "@/lib/domain/views/answer"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { commitmentsInScope, type Tracks } from "@/lib/domain/views/scope"

/** The screens whose numbers are the answer that a digest is taken of; others work out more from their own parameters. */
const SHOWING_ANSWER: readonly CitedScreen[] = ["overview", "points", "point", "explore"]
/** The screens resting only on what `changesSince` counts: the commitments in scope and what is said of them. */
const COUNTED: readonly CitedScreen[] = [...SHOWING_ANSWER, "momentum", "sandbox"]

/** The numbers of a cited answer with what was published on it since. */
export type CitationAnswer = Frame & {
  tracks: Tracks
  imbalance: Imbalance
  /** Whether the screen cited shows these very numbers, so that the digest stands for the screen. */
  isAnswer: boolean
  /** Later revisions: those on what the screen shows where that can be counted, else all there are. */
  since: { of: "screen" | "record"; count: number }
}

/** The answer that a citation's digest is taken of, as a page shows it. */
export function citationAnswer(ledger: Ledger, screen: CitedScreen, question: Question): CitationAnswer {
  const { tracks, imbalance } = answerOf(ledger, question)
  const facts = snapshot(ledger, question.known)
  const frame = frameOf(ledger, facts, question, commitmentsInScope(facts, question))
  const since: CitationAnswer["since"] = COUNTED.includes(screen)
    ? { of: "screen", count: frame.changesSince }
    : { of: "record", count: ledger.newest - facts.revision }
  return { ...frame, tracks, imbalance, isAnswer: SHOWING_ANSWER.includes(screen), since }
}
