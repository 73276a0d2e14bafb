/** Other letters for one: yeh, kaf, heh, noon and the carriers of hamza, as Arabic, Persian and Urdu keyboards write them. */
const LETTERS: [letters: RegExp, one: string][] = [
  [/[\u064a\u0649\u06cd\u06d0]/g, "\u06cc"],
  [/[\u0643\u06aa]/g, "\u06a9"],
  [/[\u0647\u06be\u0629\u06c3\u06d5]/g, "\u06c1"],
  [/\u06ba/g, "\u0646"],
  [/\u0671/g, "\u0627"],
]

/**
 * Letters that one keyboard writes and another does not, as one: Arabic and Urdu yeh, kaf and heh, hamza on or after its
 * carrier, vowel marks, Latin accents, tatweel, joiners that do not show, Eastern digits and capital letters.
 */
export function folded(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\u0621\u0640]/gu, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
  return LETTERS.reduce((so, [letters, one]) => so.replace(letters, one), plain)
}
