/**
 * One spelling of a plain value, for hashing: JSON with keys in code-unit order and no spaces.
 * Two values are the same fact exactly when their canonical texts are equal.
 */
export function canonical(value: unknown): string {
  if (value === undefined) throw new TypeError("undefined has no canonical text")
  if (value === null || typeof value !== "object") return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
  return `{${fields.join(",")}}`
}
