import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { imports as en } from "@/lib/i18n/en/admin/imports"
import { imports as ur } from "@/lib/i18n/ur/admin/imports"

const filesOf = (folder: string) => readdirSync(folder).map((name) => `${folder}/${name}`)
const SOURCES = [...filesOf("lib/domain/import"), ...filesOf("lib/data/tables"), "lib/domain/misfits.ts"]

/** Every sentence that an import may say of a row or a file, as it stands in the code; a place for a name gets one. */
function sentences(): string[] {
  const text = SOURCES.map((path) => readFileSync(path, "utf8")).join("\n")
  const quoted = [
    ...text.matchAll(
      /(["'`])((?:This|There|Write|A|Only|At|Row|No|Choose|More|Say|Line|Revision|The|Name|Another|An) [^\n]*?\.)\1/g,
    ),
  ]
  return quoted.map(([, , sentence]) => sentence!.replaceAll(/\$\{[^}]*\}/g, "7"))
}

test("whatever an import says of a row or a file is said in Urdu too", () => {
  const said = sentences()
  expect(said.length).toBeGreaterThan(35)
  expect(said).toContain("This cannot be empty.")
  expect(said.filter((sentence) => !/[\u0600-\u06FF]/.test(ur.say(sentence)))).toEqual([])
  expect(said.map(en.say)).toEqual(said)
})

test("names and numbers stay, also where something is wrong inside a list", () => {
  expect(ur.say("There is no commitment nap2014-99.z.")).toBe("\u2068nap2014-99.z\u2069 موجود نہیں۔")
  expect(ur.say("Row 12 has this id already.")).toContain("12")
  expect(ur.say("Entry 2, bearing: Choose one of: supports, contradicts, context.")).toBe(
    "\u2068Entry 2, bearing\u2069: ان میں سے ایک چنیں: \u2066supports, contradicts, context\u2069",
  )
  // What nobody has put in Urdu yet is better read in English than not at all.
  expect(ur.say("Something new.")).toBe("Something new.")
})
