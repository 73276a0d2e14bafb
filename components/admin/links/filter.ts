import { addDays, type Day, dayOf } from "@/lib/domain/date"
import type { Share, ShareState } from "@/lib/domain/share"

/** A state of links, or one of the two that the register counts besides: ending within a week, never ending. */
export type Standing = ShareState | "soon" | "endless"
export type LinkFilter = {
  kind: "all" | "live" | "frozen"
  standing: Standing | null
  person: string | null
  words: string
}

export const EVERYTHING: LinkFilter = { kind: "all", standing: null, person: null, words: "" }

export const isOver = ({ state }: Pick<Share, "state">) => state === "revoked" || state === "expired"

/** Whether a link stands so on a day. What is over neither ends soon nor goes on for ever. */
export function stands(link: Pick<Share, "state" | "expiresAt">, standing: Standing, today: Day): boolean {
  if (standing === "endless") return !isOver(link) && link.expiresAt === null
  if (standing === "soon") return !isOver(link) && link.expiresAt !== null && dayOf(link.expiresAt) <= addDays(today, 7)
  return link.state === standing
}

/** The links that a filter leaves, in their order. */
export function chosen(links: Share[], { kind, standing, person, words }: LinkFilter, today: Day): Share[] {
  const wanted = words.trim().toLocaleLowerCase()
  return links.filter(
    (link) =>
      (kind === "all" || (link.known === null) === (kind === "live")) &&
      (standing === null || stands(link, standing, today)) &&
      (person === null || link.creatorId === person) &&
      link.label.toLocaleLowerCase().includes(wanted),
  )
}
