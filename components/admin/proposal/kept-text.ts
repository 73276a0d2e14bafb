import type { Draft } from "./draft"

/** What was typed and not yet saved, in this browser only. `version` is the stored draft it was typed over. */
export type KeptText = { draft: Draft; version: number | null; at: string }

const name = (key: string) => `nap-draft:${key}`

/** A browser that keeps nothing (private mode, full) simply keeps nothing: typing must go on. */
export const keptText = {
  read(key: string): KeptText | null {
    try {
      const found = localStorage.getItem(name(key))
      return found === null ? null : (JSON.parse(found) as KeptText)
    } catch {
      return null
    }
  },
  write(key: string, kept: KeptText): void {
    try {
      localStorage.setItem(name(key), JSON.stringify(kept))
    } catch {
      // See above.
    }
  },
  drop(key: string): void {
    try {
      localStorage.removeItem(name(key))
    } catch {
      // See above.
    }
  },
}
