import type { Fields } from "@/lib/domain/views/review"

/** One value of a record that a change moves; null where it was or will not be there. `beside` tells how exact a day is. */
export type Difference = {
  path: string
  before: unknown
  after: unknown
  besideBefore: Fields
  besideAfter: Fields
}

type Leaf = { value: unknown; beside: Fields }

/** The values that differ between two versions of a record, by path, in the order of the newer one. */
export function differences(before: Fields, after: Fields): Difference[] {
  const [was, is] = [leaves(before), leaves(after)]
  const gone = [...was.keys()].filter((path) => !is.has(path))
  return [...is.keys(), ...gone].flatMap((path) => {
    const [old, fresh] = [was.get(path), is.get(path)]
    const [from, to] = [old?.value ?? null, fresh?.value ?? null]
    if (from === to || path === "id") return []
    return [{ path, before: from, after: to, besideBefore: old?.beside ?? {}, besideAfter: fresh?.beside ?? {} }]
  })
}

/** Every single value of a record by its path; of a list of ids each id by itself. */
function leaves(record: Fields, above = ""): Map<string, Leaf> {
  const found = new Map<string, Leaf>()
  for (const [name, value] of Object.entries(record)) {
    const path = above === "" ? name : `${above}.${name}`
    if (Array.isArray(value)) {
      value.forEach((each: unknown, at) => {
        if (each !== null && typeof each === "object") {
          for (const [inner, leaf] of leaves(each as Fields, `${path}.${at}`)) found.set(inner, leaf)
          // An id that moves within its list is no difference.
        } else found.set(`${path}.=${String(each)}`, { value: each, beside: record })
      })
    } else if (value !== null && typeof value === "object") {
      for (const [inner, leaf] of leaves(value as Fields, path)) found.set(inner, leaf)
    } else found.set(path, { value, beside: record })
  }
  return found
}

/** The path as labels know it: without the mark of a single id in a list. */
export const labelPath = (path: string) => path.replace(/\.=.*$/, "")
