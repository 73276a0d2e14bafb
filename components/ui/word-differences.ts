/** A run of words that both texts have, or only the old (`gone`) or the new (`fresh`) one. */
export type Run = { kind: "same" | "gone" | "fresh"; text: string }

const MOST_WORDS = 1200

/** The differences between two texts, word by word, by their longest common subsequence. Long texts are taken whole. */
export function wordDifferences(before: string, after: string): Run[] {
  const [old, fresh] = [words(before), words(after)]
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) {
    return joined([
      { kind: "gone", text: before },
      { kind: "fresh", text: after },
    ])
  }
  // lengths[i][j]: the longest common subsequence of what follows word i of the old and word j of the new text.
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        old[i] === fresh[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  const runs: Run[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      runs.push({ kind: "same", text: old[i]! })
      i++
      j++
    } else if (j === fresh.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      runs.push({ kind: "gone", text: old[i++]! })
    } else runs.push({ kind: "fresh", text: fresh[j++]! })
  }
  return joined(runs)
}

/** Words with the space that follows them. */
const words = (text: string) => text.match(/\S+\s*/g) ?? []

function joined(runs: Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last?.kind === run.kind) last.text += run.text
    else result.push({ ...run })
  }
  return result
}
