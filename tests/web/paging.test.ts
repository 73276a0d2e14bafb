import { expect, test, vi } from "vitest"
import { addDays } from "@/lib/domain/date"
import type { Assessment } from "@/lib/domain/records"
import { commitments, proposal, published } from "@/tests/data/samples"
import { ask, someone } from "./client"

type Page = { revision: number; asOf: string; items: { id: string }[]; total: number; next: string | null }
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

/** Publishes a level on a day on which nothing had been said of the commitment. */
async function publishOn(commitment: string): Promise<void> {
  const { items } = (await ask("/api/v1/assessments?limit=500&lane=finding")).json
  const taken = new Set(
    items.filter((it: Assessment) => it.commitment === commitment).map((it: Assessment) => it.effectiveOn),
  )
  let effectiveOn = "2025-02-01"
  while (taken.has(effectiveOn)) effectiveOn = addDays(effectiveOn, 1)
  const fact = proposal({ commitment, effectiveOn, level: 3 })
  const { revision } = await published(await someone("editor"), await someone("reviewer"), fact)
  await vi.waitFor(async () => {
    expect((await ask("/api/v1/plans")).json.revision).toBeGreaterThanOrEqual(revision)
  }, 5000)
}

test.each([
  "/api/v1/explore?sort=-effective&limit=20",
  "/api/v1/assessments?lane=finding&limit=100",
  "/api/v1/revisions?limit=1",
])(
  "what is published between two pages of %s neither repeats nor skips a line",
  async (path) => {
    if (path.includes("revisions")) await publishOn((await commitments(1))[0]!)
    const first = (await ask(path)).json as Page
    expect(first.next).not.toBeNull()
    // A line far back moves to the front of the order, or a new one comes in.
    const last = ((await ask("/api/v1/explore?sort=-effective")).json as Page).items.at(-1)!
    await publishOn(last.id)
    const seen = [...first.items]
    let { next } = first
    while (next !== null) {
      const page = (await ask(`${path}&cursor=${encodeURIComponent(next)}`)).json as Page
      expect([page.revision, page.asOf, page.total]).toEqual([first.revision, first.asOf, first.total])
      seen.push(...page.items)
      next = page.next
    }
    const whole = path.replace(/limit=\d+/, `known=${first.revision}&asOf=${first.asOf}&limit=500`)
    expect(seen).toEqual(((await ask(whole)).json as Page).items)
    if (path.includes("explore")) {
      // It would have been otherwise without the revision in the cursor.
      const now = (await ask("/api/v1/explore?sort=-effective")).json as Page
      expect(ids(now.items)).not.toEqual(ids(seen))
    }
  },
  120_000,
)

test("a cursor goes on with its own clocks and no others", async () => {
  for (const name of ["explore", "assessments"]) {
    const { next, revision, asOf } = (await ask(`/api/v1/${name}?limit=5`)).json as Page
    const on = (more: string) => ask(`/api/v1/${name}?limit=5&cursor=${encodeURIComponent(next!)}${more}`)
    const same = await on(`&known=${revision}&asOf=${asOf}`)
    expect(same.json.items).toEqual((await on("")).json.items)
    for (const other of ["&asOf=2016-01-01", ...(revision > 1 ? ["&known=1"] : [])])
      expect(await on(other), other).toMatchObject({ status: 400, json: { errors: { cursor: expect.any(Array) } } })
    // One made up leads nowhere, and to nothing that is not there yet.
    for (const wrong of [
      "x",
      "nap2014-05.b",
      `${revision + 1000}.${asOf}.a`,
      `${revision}.2999-01-01.a`,
      `1.${asOf}.-`,
    ])
      expect((await ask(`/api/v1/${name}?cursor=${encodeURIComponent(wrong)}`)).status, wrong).toBe(400)
  }
})
