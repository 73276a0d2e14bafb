import { existsSync, readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

/** Each room may import itself and what is listed; the drawing in README.md is this table. */
const MAY_IMPORT: Record<string, string[]> = {
  "lib/domain": [],
  "lib/i18n": ["lib/domain"],
  "lib/data": ["lib/domain", "prisma/generated"],
  "lib/web": ["lib/domain", "lib/i18n", "lib/data"],
  "lib/cli": ["lib/domain", "lib/data", "lib/web"],
  components: ["lib/domain", "lib/i18n"],
  app: ["lib/domain", "lib/i18n", "lib/data", "lib/web", "components"],
}

const rooms = [...Object.keys(MAY_IMPORT), "prisma/generated"]
const roomOf = (path: string) => rooms.find((room) => path.startsWith(`${room}/`))

const under = (root: string) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.startsWith("."))
    .map((name) => ({ path: `${root}/${name}`, text: readFileSync(`${root}/${name}`, "utf8") }))
const files = ["app", "components", "lib"].flatMap(under)
const testFiles = under("tests")
const offenders = (breaks: (path: string, text: string) => unknown) =>
  files.filter(({ path, text }) => breaks(path, text)).map(({ path }) => path)
/** What stands in quotes after each raw query of Prisma's. */
const sqlOf = (text: string) =>
  [...text.matchAll(/\$(?:query|execute)Raw(?:Unsafe)?[^`"']*(?:`([^`]*)`|"([^"]*)"|'([^']*)')/g)].map((match) =>
    match.slice(1).join(""),
  )
const importsOf = (text: string) => [...text.matchAll(/(?:from |import\(|import )"([^"]+)"/g)].map((match) => match[1]!)

test("imports point the way the house allows", () => {
  expect(files.length).toBeGreaterThan(50)
  const wrong = files.flatMap(({ path, text }) => {
    const from = roomOf(path)!
    return importsOf(text)
      .filter((target) => target.startsWith("@/"))
      .map((target) => roomOf(target.slice(2)))
      .filter((to) => to !== undefined && to !== from && !MAY_IMPORT[from]!.includes(to))
      .map((to) => `${path} → ${to}`)
  })
  expect(wrong).toEqual([])
})

test('an import is spelled "./" or "@/", never "../"', () => {
  expect(offenders((_, text) => importsOf(text).some((target) => target.startsWith("../")))).toEqual([])
})

test("the command line enters lib/web only to start the server", () => {
  const entered = files
    .filter(({ path }) => path.startsWith("lib/cli/"))
    .flatMap(({ text }) => importsOf(text).filter((target) => target.startsWith("@/lib/web/")))
  expect([...new Set(entered)]).toEqual(["@/lib/web/server"])
})

test("database and request code cannot reach the browser", () => {
  expect(
    offenders((path, text) => /^lib\/(data|web)\//.test(path) && !text.startsWith('import "server-only"')),
  ).toEqual([])
})

test("no Prisma type, and no database, outside lib/data", () => {
  expect(
    offenders(
      (path, text) =>
        !path.startsWith("lib/data/") && importsOf(text).some((target) => /^(@\/prisma\/|@prisma\/|pg$)/.test(target)),
    ),
  ).toEqual([])
})

test("the domain knows no framework, clock, chance or network", () => {
  const impure = /from "(next|react|node:|@prisma|pg)|Date\.now\(|new Date\(\)|Math\.random|fetch\(|process\.env/
  expect(offenders((path, text) => path.startsWith("lib/domain/") && impure.test(text))).toEqual([])
})

test("environment variables are read in one place", () => {
  const readers = offenders(
    (path, text) => !path.startsWith("lib/cli/") && /process\.env\.(?!DATABASE_URL|PATH)/.test(text),
  )
  expect(readers).toEqual([])
})

test("facts change through publish() alone, everything else through write()", () => {
  // Whoever writes was handed its transaction, and only write() begins one.
  const writing = /\bdb\(\)\.\w+\.(createMany|create|update|updateMany|upsert|delete|deleteMany)\(/
  expect(offenders((_, text) => writing.test(text))).toEqual([])
  expect(offenders((_, text) => text.includes("$transaction("))).toEqual(["lib/data/write.ts"])
  const raw = /\$(query|execute)Raw/
  expect(offenders((path, text) => raw.test(text) && !path.startsWith("lib/data/"))).toEqual([])
  // A statement in plain SQL passes by the check above: these may, in the hands of write() and of tally().
  const changing = /\b(insert\s+into|delete\s+from|merge\s+into|truncate|(?<!(for|do)\s+)update)\s+(only\s+)?["$\w]/i
  const inSql = offenders((_, text) => sqlOf(text).some((sql) => changing.test(sql)))
  expect(inSql).toEqual(["lib/data/attempts.ts", "lib/data/share-counts.ts"])
  const unaudited = offenders(
    (path, text) => path !== "lib/data/write.ts" && /\btally\b.*"@\/lib\/data\/write"/.test(text),
  )
  expect(unaudited).toEqual(["lib/data/attempts.ts"])
  const inserters = offenders((_, text) => /revision\.create\(|tableOf\([^)]*\)\.createMany/.test(text))
  expect(inserters).toEqual(["lib/data/publish.ts"])
  const auditors = offenders((_, text) => text.includes("auditEntry.create("))
  expect(auditors).toEqual(["lib/data/write.ts"])
})

test("links open through openShare() alone", () => {
  expect(offenders((_, text) => /FROM "Share"/.test(text))).toEqual(["lib/data/shares.ts"])
})

test("mutations are JSON endpoints, never Server Actions", () => {
  expect(offenders((_, text) => /^["']use server["']/m.test(text))).toEqual([])
})

test("layout is direction-neutral, so Urdu mirrors for free", () => {
  const physical = /["'\s](-?[mp][lr]-\d|text-(left|right)\b|-?(left|right)-\d|border-[lr]\b|rounded-[lr]\b)/
  expect(offenders((_, text) => physical.test(text))).toEqual([])
  const sheets = readdirSync("app/styles").map((name) => ({ name, text: readFileSync(`app/styles/${name}`, "utf8") }))
  const sided = sheets.filter(({ text }) => /^\s*(margin|padding|border)-(left|right)\b|^\s*(left|right):/m.test(text))
  expect(sided.map(({ name }) => name)).toEqual([])
})

test("no file outgrows one sitting; a test may be a longer table", () => {
  expect(offenders((_, text) => text.split("\n").length > 330)).toEqual([])
  expect(testFiles.filter(({ text }) => text.split("\n").length > 400).map(({ path }) => path)).toEqual([])
})

test("a file is named in kebab-case, after what it holds", () => {
  const named = /^(\[+[\w.]+\]+|\([a-z]+\)|[a-z\d]+([-.][a-z\d]+)*)$/
  const nameless = /^(index|utils?|helpers?|common|misc|types)\./
  const wrong = [...files, ...testFiles].filter(({ path }) =>
    path.split("/").some((part) => !named.test(part) || nameless.test(part)),
  )
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test("a name is imported from the file that defines it: no barrels", () => {
  expect(offenders((_, text) => /^export (\*|(type )?\{[^}]*\}) from /m.test(text))).toEqual([])
})

test("a link is a plain link, which works before any script has come", () => {
  expect(offenders((_, text) => importsOf(text).includes("next/link"))).toEqual([])
})

test("a test never puts a stand-in where our own code or the database belongs", () => {
  expect(testFiles.filter(({ text }) => /\bvi\.(do)?[mM]ock\(/.test(text)).map(({ path }) => path)).toEqual([])
})

test("nothing asks a third party: no address is fetched, no page loads from elsewhere", () => {
  const remote = /(src|href)=\{?["'`]https?:\/\/(?!creativecommons)|@import url\(["']?https?:|fetch\(["'`]https?:/
  expect(offenders((path, text) => !path.startsWith("lib/cli/") && remote.test(text))).toEqual([])
})

test("what the README promises is there", () => {
  const readme = readFileSync("README.md", "utf8")
  for (const name of ["npm run up", "npm test", "PORT", "DATABASE_URL", "NAP_DATA", "NAP_VISIBILITY", "NAP_TEAM"]) {
    expect(readme).toContain(name)
  }
  for (const [, path] of readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)) expect(existsSync(path!), path).toBe(true)
})
