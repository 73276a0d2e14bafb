/**
 * Letters that one keyboard writes and another does not, as one: Arabic and Urdu yeh, kaf and heh, Arabic-Indic
 * digits, vowel marks and capital letters.
 */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0670\u0640\u200c-\u200f]/g, "")
    .replace(/[\u064a\u0649]/g, "\u06cc")
    .replace(/\u0643/g, "\u06a9")
    .replace(/[\u0647\u06c0\u06be\u0629]/g, "\u06c1")
    .replace(/[\u0623\u0625\u0671]/g, "\u0627")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}
