import type { Typed } from "@/lib/domain/form/typed"
import type { Kind } from "@/lib/domain/records"

/**
 * An id for a new record after the manner of the dataset: "nap-2031", "nap2031-04", "nap2031-04.c". `isTaken` tells
 * whether an id is in use; `random` is 8 characters that nobody used before, for kinds whose ids say nothing.
 */
export function suggestedId(kind: Kind, typed: Typed, isTaken: (id: string) => boolean, random: string): string {
  const text = (name: string) => String(typed[name] ?? "").trim()
  if (kind === "plan") return free(text("adoptedOn") === "" ? "" : `nap-${text("adoptedOn").slice(0, 4)}`, "-", isTaken) || `nap-${random}` // prettier-ignore
  if (kind === "point" && text("plan") !== "" && text("number") !== "") {
    return free(`${text("plan").replaceAll("-", "")}-${text("number").padStart(2, "0")}`, "-", isTaken)
  }
  // The letter after the dot is the commitment's code on every page.
  if (kind === "commitment" && text("point") !== "") {
    return letters((letter) => `${text("point")}.${letter}`, isTaken) || `${text("point")}.${random}`
  }
  if (kind === "observation" && text("series") !== "" && text("year") !== "") {
    return free(`${text("series")}-${text("year")}`, "-", isTaken)
  }
  if ((kind === "assessment" || kind === "check") && text("commitment") !== "") {
    return `${text("commitment")}-${kind === "check" ? "check" : text("lane") || "finding"}-${random}`
  }
  return `${STEMS[kind] ?? kind}-${random}`
}

const STEMS: Partial<Record<Kind, string>> = { crosswalk: "cw", event: "ev", secondCoding: "second-coding" }

function free(stem: string, joint: string, isTaken: (id: string) => boolean): string {
  if (stem === "" || !isTaken(stem)) return stem
  for (let at = 2; ; at++) if (!isTaken(`${stem}${joint}${at}`)) return `${stem}${joint}${at}`
}

function letters(name: (letter: string) => string, isTaken: (id: string) => boolean): string | null {
  for (let code = 97; code <= 122; code++) {
    const id = name(String.fromCharCode(code))
    if (!isTaken(id)) return id
  }
  return null
}
