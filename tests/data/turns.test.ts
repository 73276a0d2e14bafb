import { expect, test } from "vitest"
import { Turns } from "@/lib/data/turns"

const pause = (ms = 2) => new Promise((resume) => setTimeout(resume, ms))

test("so much runs at once, first come first served, and each gets its own result or failure", async () => {
  const turns = new Turns(2)
  const begun: number[] = []
  let [running, most] = [0, 0]
  const work = async (at: number) => {
    begun.push(at)
    most = Math.max(most, ++running)
    await pause(1 + (at % 3))
    running--
    if (at % 4 === 3) throw new Error(`no ${at}`)
    return at
  }
  const given = await Promise.allSettled(Array.from({ length: 12 }, (_, at) => turns.take(() => work(at))))
  expect(most).toBe(2)
  expect(begun).toEqual(Array.from({ length: 12 }, (_, at) => at))
  for (const [at, each] of given.entries())
    if (at % 4 === 3) expect(each).toMatchObject({ status: "rejected", reason: { message: `no ${at}` } })
    else expect(each).toEqual({ status: "fulfilled", value: at })
})

test("whoever comes when too much waits is told so, and once it is done there is room again", async () => {
  const turns = new Turns(1, { mostWaiting: 2, refusal: "Too much." })
  const first = [turns.take(() => pause(20)), turns.take(() => pause()), turns.take(() => pause())]
  await expect(turns.take(() => pause())).rejects.toMatchObject({ code: "unavailable", message: "Too much." })
  await Promise.all(first)
  await expect(turns.take(async () => "again")).resolves.toBe("again")
})
