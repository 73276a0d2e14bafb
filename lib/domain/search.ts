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

const KEYS = new Map(
  SPELLINGS.flatMap((line) => {
    const family = wordsOf(line)
    return family.map((word): [string, string] => [word, family[0]!])
  }),
)

/** The words of a text, folded (see folded.ts), in their order. */
export function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** One name for all spellings of a word; a word without others is its own. `word` is folded. */
const keyOf = (word: string) => KEYS.get(word) ?? word

/** Whether two texts say the same words, however each is spelled. */
export function saysSame(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one).map(keyOf), wordsOf(other).map(keyOf)]
  return a.length === b.length && a.every((key, at) => key === b[at])
}

/** What can be searched, made once for many searches. */
export type Searchable = { words: string; keys: ReadonlySet<string> }

export function searchable(texts: readonly (string | null)[]): Searchable {
  const words = texts.flatMap((text) => (text === null ? [] : wordsOf(text)))
  return { words: ` ${words.join(" ")}`, keys: new Set(words.map(keyOf)) }
}

/** Several as one. */
export function together(parts: readonly Searchable[]): Searchable {
  return {
    words: parts.map(({ words }) => words).join(""),
    keys: new Set(parts.flatMap(({ keys }) => [...keys])),
  }
}

/** A test for texts in which every word asked for stands, begun or in another spelling; nothing asked finds everything. */
export function finder(asked: string): (among: Searchable) => boolean {
  const wanted = [...new Set(wordsOf(asked))].map((word) => ({ begun: ` ${word}`, key: keyOf(word) }))
  return ({ words, keys }) => wanted.every(({ begun, key }) => keys.has(key) || words.includes(begun))
}
