/**
 * What was typed and is not on the server, in this browser only. `version` is the server's draft it was typed over,
 * null where there was none.
 */
export type KeptText = { content: Record<string, unknown>; version: number | null; at: string }

const name = (key: string) => `nap-kept:${key}`

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
  /** Whether it is kept. */
  write(key: string, kept: KeptText): boolean {
    try {
      localStorage.setItem(name(key), JSON.stringify(kept))
      return true
    } catch {
      return false
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
