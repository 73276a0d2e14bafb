import type { Source } from "@/lib/domain/records"

/** What the library holds of a source, and what is typed so far of a new one. Empty text stands for nothing. */
export type Held = Pick<Source, "id" | "publisher" | "title" | "publishedOn"> & { address: string | null }
export type Typed = Record<"publisher" | "title" | "publishedOn" | "url", string>

/** A source of the library that may be the one being typed, and why: the same address, or the same words and day. */
export type Duplicate<S> = { source: S; why: "address" | "words" }

/** Parameters that say where a reader came from, never which page it is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|igshid|mc_[ce]id|yclid|_ga|ref|ref_src|cmpid)$/i

/**
 * An address without what does not change the page: scheme, www, letters' case of the host, default port, trailing
 * slash, fragment, tracking parameters and the order of the others. Null for what is no web address.
 */
export function plainAddress(url: string): string | null {
  const text = url.trim()
  if (!URL.canParse(text)) return null
  const { protocol, host, pathname, searchParams } = new URL(text)
  if (!/^https?:$/.test(protocol)) return null
  const query = [...searchParams].filter(([name]) => !TRACKING.test(name)).map(([name, value]) => `${name}=${value}`)
  const path = pathname.replace(/\/+$/, "")
  return `${host.replace(/^www\./, "").replace(/:(?:80|443)$/, "")}${path}${query.length > 0 ? `?${query.sort().join("&")}` : ""}`
}

/**
 * The sources of the library that what is being typed may repeat, the surest first, at most three. The same address,
 * or the same publisher and day with a title of mostly the same words.
 */
export function duplicatesOf<S extends Held>(typed: Typed, library: readonly S[]): Duplicate<S>[] {
  const address = plainAddress(typed.url)
  const publisher = wordsOf(typed.publisher).join(" ")
  const title = new Set(wordsOf(typed.title))
  const found = library.flatMap((source): Duplicate<S>[] => {
    if (address !== null && source.address !== null && plainAddress(source.address) === address) {
      return [{ source, why: "address" }]
    }
    if (publisher === "" || wordsOf(source.publisher).join(" ") !== publisher) return []
    if (typed.publishedOn === "" || source.publishedOn !== typed.publishedOn) return []
    return likeness(title, new Set(wordsOf(source.title))) >= ALIKE ? [{ source, why: "words" }] : []
  })
  return [...found.filter((it) => it.why === "address"), ...found.filter((it) => it.why === "words")].slice(0, 3)
}

/** From this share of common words on, two titles of one publisher and day are thought to be one. */
const ALIKE = 0.6

/** Words common to both ÷ words of either, 0–1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length
  const all = one.size + other.size - common
  return all === 0 ? 0 : common / all
}

/** The words of a text in one spelling: small letters, no marks, the letters that Urdu and Arabic write apart as one. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[يى]/g, "ی")
    .replaceAll("ك", "ک")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
