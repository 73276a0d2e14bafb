/** A measurement as text: median, extremes and unit. */
export function figure(values: readonly number[], unit: string): string {
  const sorted = values.toSorted((a, b) => a - b)
  const show = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))
  return `${show(median(sorted))} ${unit} (${show(sorted[0]!)}–${show(sorted.at(-1)!)})`
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** Milliseconds that each of several runs took. */
export async function timed(rounds: number, work: () => unknown): Promise<number[]> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    await work()
    taken.push(performance.now() - started)
  }
  return taken
}
