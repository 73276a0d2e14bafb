/**
 * Krippendorff's alpha for two coders and ordinal values without missing ones.
 *
 * Returns 1 for perfect agreement, 0 for what chance gives, null when fewer than two pairs or when
 * every value is the same (nothing to disagree about). Distance between ranks c and k:
 * (Σ n_g for g from c to k − (n_c + n_k) ÷ 2)².
 * Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), coincidence-matrix form.
 */
export function ordinalAlpha(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 2) return null
  const values = pairs.flat()
  const ranks = [...new Set(values)].sort((a, b) => a - b)
  if (ranks.length < 2) return null
  const count = ranks.map((rank) => values.filter((value) => value === rank).length)
  const total = values.length

  const distance = (c: number, k: number) => {
    const [from, to] = c < k ? [c, k] : [k, c]
    let between = 0
    for (let rank = from; rank <= to; rank++) between += count[rank]!
    return (between - (count[from]! + count[to]!) / 2) ** 2
  }

  let observed = 0
  for (const [a, b] of pairs) observed += 2 * distance(ranks.indexOf(a), ranks.indexOf(b))
  let expected = 0
  for (let c = 0; c < ranks.length; c++) {
    for (let k = 0; k < ranks.length; k++) if (c !== k) expected += count[c]! * count[k]! * distance(c, k)
  }
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected
}
