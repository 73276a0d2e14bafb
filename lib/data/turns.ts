import "server-only"
import { Refusal } from "@/lib/domain/refusal"

/** How much may wait, and what is told to whoever comes when that much does. */
type Bound = { mostWaiting: number; refusal: string }

/** Work that takes turns, first come, first served: `atOnce` of it at a time; the rest waits, without a bound any of it. */
export class Turns {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(
    private readonly atOnce: number,
    private readonly bound: Bound | null = null,
  ) {}

  /** @throws Refusal `unavailable` when too much waits already, or whatever the work throws. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running++
    else {
      const { bound } = this
      if (bound && this.waiting.length >= bound.mostWaiting) throw new Refusal("unavailable", bound.refusal)
      // Whoever ends hands over the place, so that nobody who comes in between takes it.
      await new Promise<void>((go) => this.waiting.push(go))
    }
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }
}
