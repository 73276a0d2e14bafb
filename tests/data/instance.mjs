// A second process of ours on the same database, for what one process cannot show: it answers calls of lib/data that
// the test sends it (./second-instance.ts).

import { register } from "node:module"
import { register as registerTypeScript } from "tsx/esm/api"

register("../../lib/cli/server-only.mjs", import.meta.url)
registerTypeScript()

const doors = {
  ...(await import("../../lib/data/ledger.ts")),
  ...(await import("../../lib/data/proposals.ts")),
  ...(await import("../../lib/data/reviews.ts")),
}

// Whether a text stands in anything this process would answer readers with.
doors.holds = async (text) => {
  const { revisions, versions } = await doors.ledger()
  const said = [revisions, ...Object.values(versions).map((table) => [...table.values()])]
  return JSON.stringify(said).includes(JSON.stringify(text).slice(1, -1))
}

process.on("message", ({ call, name, args }) => {
  doors[name](...args).then(
    (value) => process.send({ call, value: name === "ledger" ? value.newest : value }),
    ({ code, message, fields, detail }) => process.send({ call, refusal: { code, message, fields, detail } }),
  )
})
process.on("disconnect", () => process.exit())
process.send({ call: 0 })
