/** Under this many pairs of levels chance moves alpha too far to be told; only the raw agreement is. */
export const FEWEST_PAIRS = 30

/**
 * Krippendorff's alpha for ordinal values: one list per unit, with the value of each coder who gave one. Units with a
 * single value pair with nothing and are passed over.
 *
 * Returns 1 for perfect agreement, 0 for what chance gives, null when fewer than two units can be paired or when
 * every value is the same (nothing to disagree about). Distance between ranks c and k:
 * (Σ n_g for g from c to k − (n_c + n_k) ÷ 2)².
 * Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), coincidence-matrix form.
 */
export function ordinalAlpha(units: readonly (readonly number[])[]): number | null {
  const paired = units.filter((values) => values.length > 1)
  if (paired.length < 2) return null
  const all = paired.flat()
  const ranks = [...new Set(all)].sort((a, b) => a - b)
  if (ranks.length < 2) return null
  const count = ranks.map((rank) => all.filter((value) => value === rank).length)

  const distance = (c: number, k: number) => {
    const [from, to] = c < k ? [c, k] : [k, c]
    let between = 0
    for (let rank = from; rank <= to; rank++) between += count[rank]!
    return (between - (count[from]! + count[to]!) / 2) ** 2
  }

  let observed = 0
  for (const values of paired) {
    // Each value pairs with the others of its unit, and weighs one whatever the number of coders.
    for (const [at, a] of values.entries()) {
      for (const b of values.slice(at + 1)) {
        observed += (2 * distance(ranks.indexOf(a), ranks.indexOf(b))) / (values.length - 1)
      }
    }
  }
  let expected = 0
  for (let c = 0; c < ranks.length; c++) {
    for (let k = 0; k < ranks.length; k++) if (c !== k) expected += count[c]! * count[k]! * distance(c, k)
  }
  return expected === 0 ? null : 1 - ((all.length - 1) * observed) / expected
}
