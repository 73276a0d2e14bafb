import { randomBytes } from "node:crypto"
import { readdirSync } from "node:fs"
import { Secret, TOTP } from "otpauth"
import { beforeAll, expect, test } from "vitest"
import { sha256 } from "@/lib/data/chain"
import { db } from "@/lib/data/db"
import { storeCopy } from "@/lib/data/copies"
import { createDraft } from "@/lib/data/drafts"
import { addInternalEvidence } from "@/lib/data/internal-evidence"
import { createProposal, submitProposal, withdrawProposal } from "@/lib/data/proposals"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"
import { requestRedaction } from "@/lib/data/redactions"
import { createShare } from "@/lib/data/share-upkeep"
import { RedactionInput } from "@/lib/domain/redaction"
import { invite, makeReset } from "@/lib/data/invitations"
import { confirmSecondFactor, startSecondFactor } from "@/lib/data/second-factor"
import { InvitationInput } from "@/lib/domain/account"
import { SYSTEM } from "@/lib/domain/policy"
import { ENDPOINTS } from "@/lib/web/api/handle"
import { correction, newSource } from "@/tests/data/files"
import { COMMITMENT, proposal, share } from "@/tests/data/samples"
import { ask, signIn, site, someone } from "./client"

const secrets = new Map<string, string>()
/** A word that stands nowhere else, noted as secret. */
function secret(what: string): string {
  const word = `Qx${randomBytes(8).toString("hex")}`
  secrets.set(word, what)
  return word
}

const links: string[] = []

/** An invitation that is open, and what a second factor leaves behind. */
async function plantAccess(person: Awaited<ReturnType<typeof someone>>): Promise<void> {
  const email = `${secret("invited address").toLowerCase()}@nap.test`
  secrets.set(email, "invited address")
  const input = InvitationInput.parse({ email, name: secret("invited name"), role: "editor" })
  for (const { token, invitation } of [await invite(SYSTEM, input), await makeReset(SYSTEM, person.id)]) {
    secrets.set(token, "one-time address")
    secrets.set(invitation.id, "id of a one-time address")
    secrets.set(sha256(token), "one-time address's hash")
  }
  const { secret: key } = await startSecondFactor(person)
  secrets.set(key, "key of a second factor")
  const code = new TOTP({ secret: Secret.fromBase32(key) }).generate()
  for (const each of await confirmSecondFactor(person, { password: person.password, code }))
    secrets.set(each, "recovery code")
  const { totpSecret, recoveryCodes } = await db().user.findUniqueOrThrow({ where: { id: person.id } })
  secrets.set(totpSecret!, "encrypted key of a second factor")
  for (const each of recoveryCodes) secrets.set(each, "recovery code's hash")
}

/** What the team knows of the commitment that all these proposals are about and must not say, and a copy in a draft. */
async function plantEvidence(editor: Awaited<ReturnType<typeof someone>>): Promise<void> {
  const kept = async (what: string) => {
    const words = Buffer.from(`A letter: ${secret(`text of ${what}`)}`)
    const { sha256, mediaType, size, archivedOn } = await storeCopy(editor, `${secret(`name of ${what}`)}.txt`, words)
    secrets.set(sha256, `hash of ${what}`)
    return { sha256, mediaType, size, archivedOn }
  }
  const { id } = await addInternalEvidence(editor, {
    commitment: COMMITMENT,
    title: secret("internal evidence"),
    publisher: secret("publisher of internal evidence"),
    url: `https://example.org/${secret("address of internal evidence")}`,
    note: secret("note of internal evidence"),
    copy: (await kept("internal evidence")).sha256,
  })
  secrets.set(id, "id of internal evidence")
  await createProposal(editor, correction(newSource({ title: secret("drafted source"), copy: await kept("a draft") })))
}

/** What somebody is still writing. */
async function plantKept(editor: Awaited<ReturnType<typeof someone>>): Promise<void> {
  const content = { text: { reasonEn: secret("half a sentence") } }
  const { id } = await createDraft(editor, {
    form: "records:add:event",
    title: secret("title of a kept draft"),
    content,
  })
  secrets.set(id, "id of a kept draft")
}

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
  // A removal that still waits says what it is about only to whoever may decide.
  const sought = [...secrets].find(([, what]) => what === "rationale of what is draft")![0]
  await requestRedaction(
    reviewer,
    RedactionInput.parse({ reasonClass: "safety", text: sought, note: secret("removal's note") }),
  )
  await plantEvidence(editor)
  await plantKept(editor)
  await plantAccess(reviewer)
  for (const input of [share({ label: secret("label") }), share({ label: secret("label"), frozen: true })])
    links.push((await createShare(editor, input)).token)
  links.push(
    (await createShare(editor, share({ label: secret("label"), screen: "points", sites: ["https://example.org"] })))
      .token,
  )
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
  "[locale]/(site)/outcomes": () => [
    "outcomes",
    "outcomes?region=KP",
    "outcomes?show=gti.gti_rank,no.such&asOf=2018-06-30",
  ],
  "[locale]/(site)/sandbox": () => ["sandbox", "sandbox?weights=own&own=7:2&unrated=zero&known=1"],
  "[locale]/(site)/momentum": () => ["momentum", "momentum?plan=nap-2021&lane=claim&known=1"],
  "[locale]/(site)/explore": () => ["explore", "explore?q=madaris&finding=unrated&sort=-gap"],
  "[locale]/(site)/compare": () => [
    "compare",
    "compare?by=plans&rows=commitments",
    "compare?by=lanes&known=1",
    "compare?by=regions&against=KP",
    "compare?by=tracks",
  ],
  "[locale]/(site)/method": () => ["method"],
  "[locale]/(site)/changes": () => ["changes", "changes?kind=correction", "changes?plan=nap-2014&points=1&page=2"],
  "[locale]/(site)/changes/record/[kind]/[id]": () => [
    "changes/record/plan/nap-2014",
    "changes/record/event/ev-01?to=1",
    "changes/record/source/none",
  ],
  "[locale]/(site)/cite/[id]": () => ["cite/r1-000000000000?page=/points/2014/1", "cite/r1"],
  "[locale]/(site)/data": () => ["data", "data?what=sources&format=xlsx"],
  "[locale]/(site)/sign-in": () => ["sign-in", "sign-in?next=/en/admin"],
  "[locale]/(site)/join/[token]": () => [`join/${"A".repeat(43)}`, "join/x"],
  "[locale]/(site)/404": () => ["404"],
  "[locale]/(site)/[...rest]": () => ["no/such/page"],
  // Seen by the pictures that are drawn from it.
  "[locale]/(bare)/drawing/[name]": () => [
    "drawing/claims",
    ...["stand", "butterfly", "claims", "stale", "silences", "sectors"].map((name) => `${name}.svg`),
    ...["sides", "moved"].map((name) => `compare/${name}.svg`),
    "compare/claims.svg?by=lanes",
    ...["stale", "promises", "leads", "provinces"].map((name) => `momentum/${name}.svg`),
    ...["provinces", "crosswalk"].map((name) => `points/2014/1/${name}.svg`),
  ],
  "[locale]/(bare)/s/[token]": () => [...links.map((token) => `s/${token}`), `s/${"A".repeat(43)}`, "s/x"],
  "[locale]/(bare)/verify": () => ["verify", "verify?digest=nothing"],
  "[locale]/(bare)/verify/[digest]": () => [`verify/${"0".repeat(64)}`, "verify/nothing"],
  "[locale]/(embed)/embed/[token]": () => links.map((token) => `embed/${token}`),
  "[locale]/(embed)/embed/overview/[[...chart]]": () =>
    ["", "/trend", "/butterfly?lane=claim", "/imbalance", "/none"].map((more) => `embed/overview${more}`),
  "[locale]/(embed)/embed/points": () => ["embed/points", "embed/points?plan=nap-2021"],
  "[locale]/(embed)/embed/point/[year]/[number]/[[...chart]]": () =>
    ["", "/evidence", "/strand-kinetic?known=1"].map((more) => `embed/point/2014/1${more}`),
  "[locale]/(bare)/s/closed": () => ["s/closed"],
  "[locale]/(bare)/s/unavailable": () => ["s/unavailable"],
  "[locale]/(bare)/s/locked": () => ["s/locked"],
  "[locale]/(bare)/s/wrong": () => ["s/wrong"],
  "[locale]/admin": () => ["admin"],
  "[locale]/admin/propose": () => ["admin/propose", "admin/propose?commitment=nap2014-01.a"],
  "[locale]/admin/propose/records": () => ["admin/propose/records?kind=point&act=change&id=nap2014-01"],
  "[locale]/admin/import": () => ["admin/import"],
  "[locale]/admin/records": () => ["admin/records"],
  "[locale]/admin/records/[kind]": () => ["admin/records/source", "admin/records/nothing"],
  "[locale]/admin/records/[kind]/[id]": () => ["admin/records/source/satp20", "admin/records/source/nobody"],
  "[locale]/admin/review": () => ["admin/review"],
  "[locale]/admin/links": () => ["admin/links"],
  "[locale]/admin/notices": () => ["admin/notices", "admin/notices?unread=true"],
  "[locale]/admin/people": () => ["admin/people"],
  "[locale]/admin/account": () => ["admin/account"],
  "[locale]/admin/recheck": () => ["admin/recheck"],
  "[locale]/admin/plan": () => ["admin/plan", "admin/plan?lane=claim&pace=8"],
  "[locale]/admin/ledger": () => ["admin/ledger", "admin/ledger?upTo=1"],
  "[locale]/admin/ledger/audit": () => ["admin/ledger/audit", "admin/ledger/audit?who=operator&format=csv"],
  "[locale]/admin/ledger/redactions": () => ["admin/ledger/redactions"],
  "[locale]/admin/proposals/[id]": () => ["admin/proposals/any", ...everyProposal],
  "[locale]/admin/proposals/[id]/blind": () => everyProposal.map((path) => `${path}/blind`),
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
  // Somebody who guesses, or was told, the hash of a copy gets nothing by it; refused words do not count as leaks.
  for (const [word, what] of secrets) {
    if (!what.startsWith("hash of")) continue
    for (const more of ["", "/facts"]) {
      const { status, text } = await ask(`/api/v1/copies/${word}${more}`)
      if (status < 400 || [...secrets.keys()].some((each) => text.includes(each))) found.push(`${what}${more}`)
    }
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
