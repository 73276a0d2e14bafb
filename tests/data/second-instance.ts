import { fork } from "node:child_process"
import { once } from "node:events"
import { bundled } from "@/lib/cli/bundle.mjs"
import type * as Proposals from "@/lib/data/proposals"
import type * as Reviews from "@/lib/data/reviews"
import { Refusal } from "@/lib/domain/refusal"

type Doors = Pick<typeof Proposals, "createProposal" | "submitProposal"> &
  Pick<typeof Reviews, "publishProposal" | "reviewProposal"> & {
    /** The newest revision that the other process knows. */
    ledger: () => Promise<number>
    /** Whether a text stands in anything that the other process holds. */
    holds: (text: string) => Promise<boolean>
  }
type Answer = {
  call: number
  value: unknown
  refusal?: { code: Refusal["code"]; message: string; fields: Refusal["fields"]; detail: Refusal["detail"] }
}

/** Starts another process on the database of this test file; what it refuses arrives here as a Refusal. */
export async function secondInstance(): Promise<Doors & { stop(): Promise<void> }> {
  const child = fork(await bundled("tests/data/instance.ts"), {
    // The test runner's own flags are not this process's.
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: "" },
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  let calls = 0
  child.on("message", (answer: Answer) => waiting.get(answer.call)?.(answer))
  child.on("exit", () => {
    for (const settle of waiting.values())
      settle({ call: 0, value: null, refusal: { code: "unavailable", message: "It ended.", fields: {}, detail: {} } })
  })
  await once(child, "message")

  const ask =
    (name: string) =>
    async (...args: unknown[]): Promise<never> => {
      const call = ++calls
      const answer = await new Promise<Answer>((settle) => {
        waiting.set(call, settle)
        child.send({ call, name, args })
      })
      waiting.delete(call)
      const { refusal } = answer
      if (refusal) throw new Refusal(refusal.code, refusal.message, refusal.fields, refusal.detail)
      return answer.value as never
    }
  return {
    createProposal: ask("createProposal"),
    submitProposal: ask("submitProposal"),
    publishProposal: ask("publishProposal"),
    reviewProposal: ask("reviewProposal"),
    ledger: ask("ledger"),
    holds: ask("holds"),
    stop: async () => {
      const ended = once(child, "exit")
      child.disconnect()
      await ended
    },
  }
}
