import { beforeAll, expect, test } from "vitest"
import { submitted, proposal } from "@/tests/data/samples"
import { ask, type Ask, signIn, someone, type Someone } from "./client"

/**
 * The promise: whoever codes blind is sent nothing of the author's judgement, neither shown nor hidden. Two proposals
 * that differ in the judgement alone therefore look the same.
 */
let author: Someone
let reviewer: Someone
let as: Ask["as"]
const ids: string[] = []

const evidence = [{ source: "reuters_dp", bearing: "supports" as const, quote: "They met.", note: "XQ-note" }]
const same = { commitment: "nap2014-05.b", effectiveOn: "1099-03-04", evidence }
const judgements = [
  {
    level: 3 as const,
    unratedReason: null,
    certainty: "high" as const,
    rule: "r-law" as const,
    lifecycle: null,
    rationaleEn: "XQ-rationale",
    rationaleUr: "XQ-rationale-ur",
  },
  {
    level: null,
    unratedReason: "secret" as const,
    certainty: "low" as const,
    rule: "r-unrated" as const,
    lifecycle: "reversed" as const,
    rationaleEn: "XQ-another",
    rationaleUr: null,
  },
]

beforeAll(async () => {
  author = await someone("editor", "XQ-author")
  reviewer = await someone("reviewer")
  as = (await signIn(reviewer))!
  for (const [at, judgement] of judgements.entries()) {
    const about = { reasonEn: `XQ-reason ${at}`, reasonUr: `XQ-reason-ur ${at}`, note: `XQ-team ${at}` }
    ids.push((await submitted(author, proposal({ ...same, ...judgement }, about))).id)
  }
}, 60_000)

const plain = (text: string, id: string) => text.replaceAll(id, "ID")

test("the endpoint's answer is the same for both", async () => {
  const [one, two] = await Promise.all(ids.map((id) => ask(`/api/v1/proposals/${id}/blind`, { as })))
  expect([one!.status, two!.status]).toEqual([200, 200])
  expect(plain(one!.text, ids[0]!)).toBe(plain(two!.text, ids[1]!))
  expect(one!.text).not.toContain("XQ-")
  expect(one!.json.steps).toMatchObject([
    { step: 0, commitment: { id: same.commitment }, effectiveOn: same.effectiveOn, lane: "finding", region: null },
  ])
  expect(one!.json.steps[0].evidence[0]).toMatchObject({ quote: "They met.", bearing: "supports" })
  // The endpoint of the whole proposal is the other door, which says what the first one keeps.
  expect((await ask(`/api/v1/proposals/${ids[0]}`, { as })).text).toContain("XQ-rationale")
})

test.each(["en", "ur"])(
  "neither the page (%s) nor the data behind it holds anything of the author's",
  async (locale) => {
    const mains: string[] = []
    for (const id of ids) {
      const path = `/${locale}/admin/proposals/${id}/blind`
      const page = await ask(path, { as })
      expect(page.status).toBe(200)
      expect(page.text).toContain("They met.")
      const data = await ask(path, { as, headers: { rsc: "1" } })
      for (const { text } of [page, data]) expect(text.match(/XQ-[a-z]*/g) ?? []).toEqual([])
      mains.push(plain(/<main[\s\S]*<\/main>/.exec(page.text)![0], id))
    }
    expect(mains[0]).toBe(mains[1])
  },
)

test("its author, an editor and a stranger are shown no blind page", async () => {
  const own = await signIn(author)
  for (const who of [own, null]) {
    const page = await ask(`/en/admin/proposals/${ids[0]}/blind`, { as: who })
    expect(page.status, String(who)).not.toBe(200)
    expect(page.text).not.toContain("They met.")
  }
  expect((await ask(`/api/v1/proposals/${ids[0]}/blind`, { as: { token: author.token } })).status).toBe(403)
})

test("once coded the page gives way to the review, which shows both side by side", async () => {
  const id = ids[0]!
  const codings = [
    { step: 0, level: 1, unratedReason: null, certainty: "medium", reason: "A committee is no act in force." },
  ]
  const answer = await ask(`/api/v1/proposals/${id}/blind`, {
    as: { token: reviewer.token },
    body: { version: 2, codings },
  })
  expect(answer.status).toBe(201)
  const again = await ask(`/api/v1/proposals/${id}/blind`, { as })
  expect([again.status, again.json.reason]).toEqual([409, "not-blind"])
  const page = await ask(`/en/admin/proposals/${id}/blind`, { as })
  expect(page.status).toBe(307)
  expect(page.headers.get("location")).toMatch(new RegExp(`/en/admin/proposals/${id}$`))
  const review = await ask(`/en/admin/proposals/${id}`, { as })
  expect(review.text).toContain("XQ-rationale")
  expect(review.text).toContain("A committee is no act in force.")
})
