import { addDays } from "@/lib/domain/date"
import type { Operation } from "@/lib/domain/proposal"
import { rows } from "../domain/sample"
import { seeded } from "./seeded"

const YEARS = 12
const PLAN = "nap-2014"
const REGIONS = ["KP", "BALOCHISTAN", "PUNJAB", "SINDH"]
const LANES = ["finding", "claim"] as const
const REASONS = ["no-public-evidence", "too-vague", "conflicting"] as const

/**
 * What makes the plan's record one of `size` commitments: the ones it lacks, worded like those it has, each assessed
 * once a year in both lanes since 2015 and every fifth in two provinces too; one in ten cannot be rated. Seeded: the
 * same on every machine. In pieces of whole commitments, each small enough for one revision.
 */
export function* twelveYears(size: number): Generator<Operation[]> {
  const random = seeded(size)
  const pick = <T>(among: readonly T[]) => among[Math.floor(random() * among.length)]!
  const commitments = rows("commitment").filter(({ plan }) => plan === PLAN)
  const patterns = LANES.map((lane) => rows("assessment").filter((it) => it.lane === lane && it.level !== null))
  const sources = rows("source").map(({ id }) => id)
  let piece: Operation[] = []
  for (let at = commitments.length; at < size; at++) {
    const [pattern, other] = [commitments[at % commitments.length]!, pick(commitments)]
    const id = `${pattern.point}.grown-${String(at).padStart(5, "0")}`
    const texts = { textEn: `${pattern.textEn} ${other.textEn}`, textUr: `${pattern.textUr} ${other.textUr}` }
    const record = { ...pattern, ...texts, id, lead: false, anchors: null, continues: [], bodies: other.bodies }
    piece.push({ act: "add", kind: "commitment", record })
    for (const region of [null, ...(at % 5 === 0 ? [pick(REGIONS.slice(0, 2)), pick(REGIONS.slice(2))] : [])]) {
      for (const [lane, like] of LANES.map((lane, which) => [lane, pick(patterns[which]!)] as const)) {
        for (let year = 0; year < YEARS; year++) {
          const isRated = random() >= 0.1
          const cited = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(sources))
          const own = {
            id: `${id}-${lane}-${region ?? "all"}-${2015 + year}`,
            commitment: id,
            lane,
            region,
            level: isRated ? (Math.floor(random() * 4) as 0 | 1 | 2 | 3) : null,
            unratedReason: isRated ? null : pick(REASONS),
            effectiveOn: addDays(`${2015 + year}-01-01`, Math.floor(random() * 320)),
            evidence: cited.map((source) => ({ ...like.evidence[0]!, source })),
          }
          piece.push({ act: "add", kind: "assessment", record: { ...like, ...own } })
        }
      }
    }
    if (piece.length > 5000) {
      yield piece
      piece = []
    }
  }
  if (piece.length > 0) yield piece
}
