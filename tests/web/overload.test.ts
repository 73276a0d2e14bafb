import { expect, test } from "vitest"
import { addDays } from "@/lib/domain/date"
import { ask } from "./client"

const DAYS = Array.from({ length: 300 }, (_, at) => addDays("2016-01-01", at * 3))

test("pages nobody has asked for are made a few at a time: what is too much is told so, what is kept answers on", async () => {
  expect((await ask("/en")).status).toBe(200)
  const asked = DAYS.map((day) => ask(`/en/points?asOf=${day}&lane=claim`))
  const kept = Array.from({ length: 20 }, async (_, at) => {
    await new Promise((resume) => setTimeout(resume, at * 50))
    return ask("/en")
  })
  expect((await Promise.all(kept)).map(({ status }) => status)).toEqual(kept.map(() => 200))

  const answers = await Promise.all(asked)
  const refused = answers.filter(({ status }) => status === 503)
  expect(answers.filter(({ status }) => status === 200).length + refused.length).toBe(DAYS.length)
  expect(refused.length).toBeGreaterThan(0)
  for (const { headers, json } of refused) {
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0)
    expect(json).toMatchObject({ code: "unavailable", requestId: expect.any(String) })
  }
  const [again] = answers.flatMap(({ status }, at) => (status === 503 ? [DAYS[at]] : []))
  expect((await ask(`/en/points?asOf=${again}&lane=claim`)).status).toBe(200)
})

test("what Next answers itself is bounded too", async () => {
  const answers = await Promise.all(
    DAYS.map((day) => ask(`/en/points?asOf=${day}`, { headers: { cookie: "nap=nobody" } })),
  )
  const refused = answers.filter(({ status }) => status === 503)
  expect(answers.filter(({ status }) => status === 200).length + refused.length).toBe(DAYS.length)
  expect(refused.length).toBeGreaterThan(0)
  expect((await ask("/en/points", { headers: { cookie: "nap=nobody" } })).status).toBe(200)
})
