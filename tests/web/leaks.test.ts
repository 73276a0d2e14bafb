import { randomBytes } from "node:crypto"
import { readdirSync } from "node:fs"
import { beforeAll, expect, test } from "vitest"
import { db } from "@/lib/data/db"
import { createProposal, submitProposal, withdrawProposal } from "@/lib/data/proposals"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { createShare } from "@/lib/data/shares"
import { ENDPOINTS } from "@/lib/web/api/handle"
import { proposal, share } from "@/tests/data/samples"
import { ask, signIn, site, someone } from "./client"

const secrets = new Map<string, string>()
/** A word that stands nowhere else, noted as secret. */
function secret(what: string): string {
  const word = `Qx${randomBytes(8).toString("hex")}`
  secrets.set(word, what)
  return word
}

const links: string[] = []

beforeAll(async () => {
  const people = [
    await someone("editor", secret("name")),
    await someone("reviewer", secret("name")),
    await someone("admin", secret("name")),
    await someone("analyst", secret("name")),
  ]
  const [editor, reviewer] = people as [(typeof people)[0], (typeof people)[0]]
  for (const person of people) {
    secrets.set(person.email, "e-mail")
    secrets.set(person.password, "password")
    secrets.set(person.token, "key")
    secrets.set(person.id, "person's id")
    const account = await db().account.findFirstOrThrow({ where: { userId: person.id } })
    secrets.set(account.password!, "password hash")
    const cookie = (await signIn(person))!.cookie
    secrets.set(decodeURIComponent(cookie.slice(4)).split(".")[0]!, "session token")
  }
  for (const { token } of await db().session.findMany({ where: { userId: { in: people.map(({ id }) => id) } } }))
    secrets.set(token, "session token's hash")
  for (const { tokenHash } of await db().token.findMany({ where: { userId: { in: people.map(({ id }) => id) } } }))
    secrets.set(tokenHash, "key's hash")

  for (const end of ["draft", "submitted", "changes-requested", "withdrawn", "approved", "published"] as const) {
    const isPublic = end === "published"
    const word = (what: string) => (isPublic ? `Published ${what}` : secret(`${what} of what is ${end}`))
    const evidence = [
      { source: "reuters_dp", bearing: "supports" as const, quote: word("quote"), note: word("evidence note") },
    ]
    const record = {
      rationaleEn: word("rationale"),
      rationaleUr: word("Urdu rationale"),
      evidence,
    }
    const about = { reasonEn: word("reason"), note: secret(`note of what is ${end}`) }
    const draft = await createProposal(editor, proposal(record, about))
    if (end === "draft") continue
    const { id, version } = await submitProposal(editor, draft.id, draft.version)
    if (end === "withdrawn") await withdrawProposal(editor, id, version)
    else if (end !== "submitted") {
      const verdict = end === "changes-requested" ? end : "approved"
      await reviewProposal(reviewer, id, { version, verdict, note: secret("verdict's note") })
      if (isPublic) await publishProposal(reviewer, id, version)
    }
  }
  for (const input of [share({ label: secret("label") }), share({ label: secret("label"), frozen: true })])
    links.push((await createShare(editor, input)).token)
  links.push((await createShare(editor, share({ label: secret("label"), screen: "points" }))).token)
  links.push((await createShare(editor, share({ label: secret("label"), screen: "point", point: 1 }))).token)
  for (const { tokenHash, creatorId } of await db().share.findMany({ where: { creatorId: editor.id } })) {
    secrets.set(tokenHash, "link's hash")
    secrets.set(creatorId!, "link's maker")
  }
}, 60_000)

const points = (["2014", "2021"] as const).flatMap((year) =>
  Array.from({ length: year === "2014" ? 20 : 14 }, (_, at) => `points/${year}/${at + 1}`),
)

/** For every page file of the build the addresses that show it. A page without addresses here fails the test. */
const PAGES: Record<string, () => string[]> = {
  "[locale]/(site)": () => ["", "?plan=nap-2021&lane=claim", "?asOf=2018-01-01&known=1&region=KP", "?bad=1&points=1,2"],
  "[locale]/(site)/points": () => ["points", "points?plan=nap-2021&track=kinetic"],
  "[locale]/(site)/points/[year]/[number]": () => [...points, "points/2014/99", "points/1999/1"],
  "[locale]/(site)/method": () => ["method"],
  "[locale]/(site)/sign-in": () => ["sign-in", "sign-in?next=/en/admin"],
  "[locale]/(site)/404": () => ["404"],
  "[locale]/(site)/[...rest]": () => ["no/such/page"],
  "[locale]/(bare)/s/[token]": () => [...links.map((token) => `s/${token}`), `s/${"A".repeat(43)}`, "s/x"],
  "[locale]/(bare)/s/closed": () => ["s/closed"],
  "[locale]/(bare)/s/unavailable": () => ["s/unavailable"],
  "[locale]/admin": () => ["admin"],
  "[locale]/admin/propose": () => ["admin/propose", "admin/propose?commitment=nap2014-01.a"],
  "[locale]/admin/review": () => ["admin/review"],
  "[locale]/admin/links": () => ["admin/links"],
  "[locale]/admin/people": () => ["admin/people"],
  "[locale]/admin/recheck": () => ["admin/recheck"],
  "[locale]/admin/proposals/[id]": () => ["admin/proposals/any", ...everyProposal],
  "[locale]/admin/proposals/[id]/conflict": () => everyProposal.map((path) => `${path}/conflict`),
}
const everyProposal: string[] = []

test("every page of the build is visited", () => {
  const built = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|\/)page\.tsx$/.test(name))
    .map((name) => name.replace(/\/page\.tsx$/, ""))
  expect(built.filter((name) => !(name in PAGES))).toEqual([])
})

test("not one of the planted secrets stands in any public answer", async () => {
  expect(secrets.size).toBeGreaterThanOrEqual(60)
  everyProposal.push(
    ...(await db().proposal.findMany({ take: 6, orderBy: { createdAt: "desc" } })).map(
      ({ id }) => `admin/proposals/${id}`,
    ),
  )
  const found: string[] = []
  let answers = 0
  let bytes = 0
  const scripts = new Set<string>()
  const look = async (path: string, options: Parameters<typeof ask>[1] = {}) => {
    const { text, headers } = await ask(path, options)
    const all = `${text}\n${JSON.stringify([...headers])}`
    answers++
    bytes += all.length
    for (const [word, what] of secrets) if (all.includes(word)) found.push(`${what} in ${path}`)
    for (const [script] of text.matchAll(/\/_next\/static\/[\w./~()[\]%-]+\.(?:js|css)/g)) scripts.add(script)
  }

  for (const path of [
    "/",
    "/api/health/live",
    "/api/health/ready",
    "/robots.txt",
    "/sitemap.xml",
    "/favicon.ico",
    "/icon.svg",
  ])
    await look(path)
  for (const language of ["en", "ur"]) {
    for (const path of Object.values(PAGES).flatMap((addresses) => addresses())) {
      const address = `/${language}${path === "" || path.startsWith("?") ? "" : "/"}${path}`
      await look(address)
      // The same page as the browser's own navigation asks for it.
      if (!address.includes("/points/20")) await look(address, { headers: { rsc: "1" } })
    }
  }
  await look("/api/v1/openapi.json")
  for (const { method, path, csv } of ENDPOINTS) {
    const address = path.replace("{id}", path.includes("points") ? "nap2014-01" : "any")
    await look(address, { method, ...(method !== "GET" && { body: {} }) })
    if (method !== "GET") continue
    for (const more of ["?known=1", "?limit=500", "?limit=500&lane=claim", "?nothing=1"]) await look(address + more)
    if (csv) for (const more of ["?format=csv", "?format=csv&known=1"]) await look(address + more)
  }
  for (const [path, body] of [
    [
      "/api/auth/sign-in/email",
      { email: [...secrets].find(([, what]) => what === "e-mail")![0], password: "a wrong password here" },
    ],
    ["/api/auth/sign-in/email", { email: "{", password: 1 }],
  ] as const) {
    const { text } = await ask(path, { body })
    for (const [word, what] of secrets) if (text.includes(word)) found.push(`${what} in a refused sign-in`)
  }
  for (const script of [...scripts]) await look(script)

  process.stdout.write(
    `leaks: ${secrets.size} secrets, ${answers} answers of ${site}, ${(bytes / 1e6).toFixed(1)} MB, ${scripts.size} files of the build, ${found.length} found\n`,
  )
  expect(scripts.size).toBeGreaterThan(3)
  expect(found).toEqual([])
}, 300_000)

test("the search itself works: what was published is found where it belongs", async () => {
  const { text } = await ask("/api/v1/assessments?format=csv")
  expect(text).toContain("Published rationale")
  expect((await ask("/en/points/2014/1")).text).toContain("Published rationale")
})
