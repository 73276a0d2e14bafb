import "server-only"
import { Refusal } from "@/lib/domain/refusal"

/** How many finished results are kept, and how many may be in the making at once. */
const MOST_KEPT = 2
const MOST_RUNNING = 2

/**
 * Results that cost work, made once for everybody who asks for the same: the last two are kept, and who asks while one is
 * in the making waits for that one. A third at once is refused, so that no number of readers makes more than this work.
 * @throws Refusal `unavailable` while two others are in the making.
 */
export function sharedBuilds<T>(): (key: string, build: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, T>()
  const running = new Map<string, Promise<T>>()

  async function made(key: string, build: () => Promise<T>): Promise<T> {
    try {
      const result = await build()
      keep(key, result)
      return result
    } finally {
      running.delete(key)
    }
  }

  function keep(key: string, result: T) {
    kept.delete(key)
    kept.set(key, result)
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest)
  }

  return async (key, build) => {
    const found = kept.get(key)
    if (found !== undefined) {
      keep(key, found)
      return found
    }
    const already = running.get(key)
    if (already) return already
    if (running.size >= MOST_RUNNING)
      throw new Refusal("unavailable", "Other archives are being made at the moment. Please try again shortly.")
    const making = made(key, build)
    running.set(key, making)
    return making
  }
}
