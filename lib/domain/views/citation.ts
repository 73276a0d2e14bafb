import { type Ledger, snapshot } from "@/lib/domain/ledger"
import type { Imbalance } from "@/lib/domain/indices"
import type { Question } from "@/lib/domain/query"
import { answerOf } from "@/lib/domain/views/answer"
import { type Frame, frameOf } from "@/lib/domain/views/overview"
import { commitmentsInScope, type Tracks } from "@/lib/domain/views/scope"

/** The numbers of a cited answer with what was published on it since. */
export type CitationAnswer = Frame & { tracks: Tracks; imbalance: Imbalance }

/** The answer that a citation's digest is taken of, as a page shows it. */
export function citationAnswer(ledger: Ledger, question: Question): CitationAnswer {
  const { tracks, imbalance } = answerOf(ledger, question)
  const facts = snapshot(ledger, question.known)
  return { ...frameOf(ledger, facts, question, commitmentsInScope(facts, question)), tracks, imbalance }
}
