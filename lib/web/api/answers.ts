import "server-only"
import { z } from "zod"
import { Day } from "@/lib/domain/date"
import { Lane, Track } from "@/lib/domain/scale"

/** What the views answer with, as far as the API promises it; a view may carry more. */
const percent = z.number().min(0).max(100).nullable()
export const ScoreAnswer = z
  .object({
    index: percent.describe("0–100, unrounded; null when nothing is rated"),
    low: percent.describe("unrated counted as 0"),
    high: percent.describe("unrated counted as 3"),
    coverage: z.number().describe("rated ÷ all, 0–1"),
    commitments: z.int(),
    rated: z.int(),
    composition: z.object({
      complete: z.int(),
      intermediate: z.int(),
      minimum: z.int(),
      notInitiated: z.int(),
      unrated: z.int(),
    }),
  })
  .meta({ id: "Score" })

export const ImbalanceAnswer = z
  .object({
    value: z.number().nullable().describe("kinetic − non-kinetic index; null when it cannot be told"),
    low: z.number().nullable(),
    high: z.number().nullable(),
    verdict: z.enum(["kinetic-ahead", "non-kinetic-ahead", "cannot-be-told"]),
  })
  .meta({ id: "Imbalance" })

export const TracksAnswer = z
  .object({ kinetic: ScoreAnswer, nonKinetic: ScoreAnswer, all: ScoreAnswer })
  .meta({ id: "Tracks" })
const Reach = z.object({ index: percent, low: percent, high: percent, coverage: z.number() })

/** What an answer is cited by. */
export const CiteAnswer = z
  .object({ id: z.string().describe("Revision and digest of this answer"), url: z.url() })
  .meta({ id: "Cite" })

/** What the answer to every question says of it. */
export const frame = {
  revision: z.int().describe("The revision this answer was computed from"),
  asOf: Day,
  plan: z.string(),
  lane: Lane,
  track: Track.nullable(),
  points: z.array(z.int()).nullable(),
  cite: CiteAnswer,
}

export const OverviewAnswer = z
  .looseObject({
    ...frame,
    tracks: TracksAnswer,
    imbalance: ImbalanceAnswer,
    series: z.array(z.object({ on: Day, kinetic: Reach, nonKinetic: Reach, all: Reach, imbalance: ImbalanceAnswer })),
  })
  .meta({ id: "Overview" })

export const PointAnswer = z
  .looseObject({ ...frame, imbalance: ImbalanceAnswer, strands: z.array(z.looseObject({ track: Track })) })
  .meta({ id: "PointView" })

/** A page of a list; `next` is the cursor of the following page, null on the last. */
export const listOf = (item: z.ZodType) =>
  z.object({ revision: z.int(), asOf: Day, items: z.array(item), total: z.int(), next: z.string().nullable() })

export const ProblemAnswer = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    requestId: z.string(),
    errors: z.record(z.string(), z.array(z.string())).optional(),
  })
  .meta({ id: "Problem" })
