import { folded } from "@/lib/domain/folded"

/** Spellings of one word that readers and sources use for each other, in either language. A word stands in one line only. */
const SPELLINGS = [
  "madrasa madrassa madrasah madrassah madrasas madrassas madrasahs madaris madaras seminary seminaries مدرسہ مدارس مدرسے مدرسوں",
  "punjab panjab پنجاب",
  "balochistan baluchistan بلوچستان",
  "sindh sind سندھ",
  "pakhtunkhwa pakhtoonkhwa pukhtunkhwa pakhtunkhawa پختونخوا پختونخواہ",
  "baltistan baltstan بلتستان",
  "waziristan wazirastan وزیرستان",
  "islamabad اسلام‌آباد",
  "karachi کراچی",
  "taliban taleban طالبان",
  "jihad jehad جہاد",
  "jirga jirgah جرگہ",
  "hawala hawalah havala",
  "hundi hundee ہنڈی",
  "sharia shariah shariat شریعت",
  "ulema ulama علما علماء",
  "afghan afghani افغان افغانی",
  "baloch baluch بلوچ",
  "nacta نیکٹا",
  "fata فاٹا",
  "defence defense",
  "centre center",
  "programme program",
  "organisation organization",
  "organisations organizations",
  "judgement judgment",
  "militarised militarized",
  "mobilisation mobilization",
]

// Folding is slow and texts repeat their words; no letter is written differently for what stands behind a space.
const MOST_KEPT = 10_000
/** What somebody types must not hold memory for long. */
const LONGEST_KEPT = 60
const kept = new Map<string, readonly string[]>()

const KEYS = new Map(
  SPELLINGS.flatMap((line) => {
    const family = wordsOf(line)
    return family.map((word): [string, string] => [word, family[0]!])
  }),
)

/** The words of a text, folded (see folded.ts), in their order. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const piece of text.split(" ")) if (piece !== "") words.push(...wordsIn(piece))
  return words
}

function wordsIn(piece: string): readonly string[] {
  const found = kept.get(piece)
  if (found) return found
  const words = folded(piece)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (kept.size >= MOST_KEPT) kept.clear()
  if (piece.length <= LONGEST_KEPT) kept.set(piece, words)
  return words
}

/**
 * What can be searched, made once for many searches: the words after a space each, and the families of those that have
 * other spellings. Kept in pieces, since many texts share the names that stand in them.
 */
export type Searchable = readonly { words: string; keys: ReadonlySet<string> }[]

const NO_KEYS: ReadonlySet<string> = new Set()

export function searchable(texts: readonly (string | null)[]): Searchable {
  const words = texts.flatMap((text) => (text === null ? [] : wordsOf(text)))
  const keys = words.flatMap((word) => KEYS.get(word) ?? [])
  return [{ words: ` ${words.join(" ")}`, keys: keys.length > 0 ? new Set(keys) : NO_KEYS }]
}

/** Several as one. */
export const together = (parts: readonly Searchable[]): Searchable => parts.flat()

/** A test for texts in which every word asked for stands, begun or in another spelling; nothing asked finds everything. */
export function finder(asked: string): (among: Searchable) => boolean {
  const wanted = [...new Set(wordsOf(asked))].map((word) => ({ begun: ` ${word}`, key: KEYS.get(word) }))
  return (among) =>
    wanted.every(({ begun, key }) =>
      among.some(({ words, keys }) => words.includes(begun) || (key !== undefined && keys.has(key))),
    )
}
