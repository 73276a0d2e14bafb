import type { ChangeItem, Rated } from "@/lib/domain/views/change-item"
import type { CommitmentHead, PointHead } from "@/lib/domain/views/scope"
import { formatDay } from "./format"
import type { Locale } from "./locale"
import { messages } from "./messages"
import { inLocale, type Text } from "./text"

/**
 * A piece of the sentence that says what happened to a record. The page of changes draws it, with level marks and links;
 * a feed joins its words.
 */
export type Piece =
  | { as: "words"; text: string; look?: "bold" | "small" | "quiet" | "hidden" }
  | { as: "code"; commitment: CommitmentHead; year: number }
  | { as: "level"; rated: Rated }
  | { as: "was"; rated: Rated }
  | { as: "arrow" }
  | { as: "title"; text: Text }
  | { as: "publisher"; text: string }
  | { as: "points"; points: PointHead[]; isLong: boolean }

/** What happened to one record, in the order of reading. */
export function changeSentence(locale: Locale, item: ChangeItem): Piece[] {
  return item.kind === "assessment" || item.kind === "check" ? judgement(locale, item) : other(locale, item)
}

/** The same as plain text on one line. */
export function changeText(locale: Locale, item: ChangeItem): string {
  const { changes } = messages(locale)
  const words = changeSentence(locale, item).flatMap((piece): string[] => {
    switch (piece.as) {
      case "words":
        return [piece.text]
      case "code":
        return [`${piece.commitment.code} ${piece.year}`]
      case "level":
        return [levelText(locale, piece.rated)]
      case "was":
        return [`(${changes.was} ${levelText(locale, piece.rated)})`]
      case "arrow":
        return []
      case "title":
        return [inLocale(locale, piece.text).text]
      case "publisher":
        return [`· ${piece.text}`]
      case "points":
        return ["·", piece.points.map((point) => pointWords(locale, point, piece.isLong)).join(comma(locale))]
    }
  })
  return words.join(" ").replaceAll(/\s+/g, " ").trim()
}

export const comma = (locale: Locale) => (locale === "ur" ? "، " : ", ")

export function pointWords(locale: Locale, point: PointHead, isLong: boolean): string {
  const { controls, terms } = messages(locale)
  return isLong ? `${terms.point(point.number)}, ${controls.planYear(point.year)}` : terms.point(point.number)
}

function levelText(locale: Locale, { level, unratedReason }: Rated): string {
  const { terms } = messages(locale)
  if (level !== null) return terms.level[level]
  return unratedReason ? `${terms.unrated} (${terms.unratedReason[unratedReason]})` : terms.unrated
}

const words = (text: string, look?: "bold" | "small" | "quiet" | "hidden"): Piece => ({
  as: "words",
  text,
  ...(look && { look }),
})

function judgement(locale: Locale, item: ChangeItem): Piece[] {
  const { changes } = messages(locale)
  // Where one was taken back, what counts is since when the other stands.
  const left = item.rated?.after
  const on = item.act === "withdraw" ? (left ? { day: left.on, precision: left.precision } : null) : item.on
  const day = on ? formatDay(locale, on.day, on.precision) : null
  const where = item.region ? [words(`· ${inLocale(locale, item.region).text}`)] : []
  if (item.kind === "check" && item.act === "add") {
    return [...code(item), words(changes.rechecked), ...(day ? [words(`· ${changes.on(day)}`, "quiet")] : []), ...where]
  }
  const since = day && item.act !== "redact" ? [words(changes.since(day), "quiet")] : []
  return [...code(item), ...verdict(locale, item), ...since, ...where]
}

/** How a level moved: told against what stood before, or, of a correction, against what was said wrongly. */
function verdict(locale: Locale, { kind, act, rated, lane }: ChangeItem): Piece[] {
  const { admin, changes, terms } = messages(locale)
  if (!rated || lane === null)
    return [words(changes.record(admin.records.kind[kind], changes.act[act]).replace(/:$/, ""), "bold")]
  const { before, after } = rated
  const level = (it: Rated | null): Piece[] => (it ? [{ as: "level", rated: it }] : [])
  const of = (text: string) => words(`${terms.lane[lane]} ${text}`, "bold")
  const isSame = before?.level === after?.level && before?.unratedReason === after?.unratedReason
  if (act === "withdraw") {
    const again: Piece[] = after
      ? [{ as: "arrow" }, ...level(after), words(changes.standsAgain, "small")]
      : [words(changes.nothingStands, "small")]
    return [of(changes.withdrawn), ...level(before), ...again]
  }
  if (act === "change") {
    return [
      of(changes.corrected),
      ...level(after),
      ...(before && !isSame ? [{ as: "was", rated: before } as Piece] : []),
    ]
  }
  if (!before) return [of(changes.first), ...level(after)]
  if (isSame) return [of(changes.again), ...level(after)]
  return [
    words(changes.lane(terms.lane[lane]), "bold"),
    words(changes.from, "hidden"),
    ...level(before),
    { as: "arrow" },
    words(changes.to, "hidden"),
    ...level(after),
  ]
}

/** A record that is no judgement: its kind, what happened, and its name. */
function other(locale: Locale, item: ChangeItem): Piece[] {
  const { admin, changes } = messages(locale)
  const day = item.on ? formatDay(locale, item.on.day, item.on.precision) : null
  const isPoints = item.kind === "point" || item.kind === "crosswalk"
  return [
    ...code(item),
    words(changes.record(admin.records.kind[item.kind], changes.act[item.act]), "bold"),
    { as: "title", text: item.title },
    ...(item.publisher ? [{ as: "publisher", text: item.publisher } as Piece] : []),
    ...(day ? [words(`· ${day}`, "quiet")] : []),
    ...(item.commitment === null && item.points.length > 0
      ? [{ as: "points", points: item.points, isLong: isPoints } as Piece]
      : []),
  ]
}

/** The short name of a commitment with its edition. */
function code({ commitment, points }: ChangeItem): Piece[] {
  const year = points[0]?.year
  return commitment && year !== undefined ? [{ as: "code", commitment, year }] : []
}
