import { ledger } from "@/lib/data/ledger"
import { createProposal, submitProposal } from "@/lib/data/proposals"
import { publishProposal, reviewProposal } from "@/lib/data/reviews"

// A second process of ours on the same database, for what one process cannot show: it answers calls of lib/data that
// the test sends it (./second-instance.ts).

type Call = { call: number; name: string; args: never[] }

/** Whether a text stands in anything this process would answer readers with. */
async function holds(text: string) {
  const { revisions, versions } = await ledger()
  const said = [revisions, ...Object.values(versions).map((table) => [...table.values()])]
  return JSON.stringify(said).includes(JSON.stringify(text).slice(1, -1))
}

const doors: Record<string, (...args: never[]) => Promise<unknown>> = {
  ...{ createProposal, submitProposal, publishProposal, reviewProposal, holds },
  ledger: async () => (await ledger()).newest,
}

process.on("message", ({ call, name, args }: Call) => {
  doors[name]!(...args).then(
    (value) => process.send!({ call, value }),
    ({ code, message, fields, detail }) => process.send!({ call, refusal: { code, message, fields, detail } }),
  )
})
process.on("disconnect", () => process.exit())
process.send!({ call: 0 })
