import { type DeliveryState, deliveryState } from "@/lib/data/deliveries"
import { ledger } from "@/lib/data/ledger"
import { unclearedTables } from "@/lib/data/leftovers"
import { listPeople } from "@/lib/data/people"
import { settings } from "@/lib/data/settings"
import { countShares } from "@/lib/data/share-upkeep"
import { Role, SYSTEM } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { answer, facts, minute } from "./answer"
import { actionOf } from "./arguments"
import { withDatabase } from "./database"

const PATIENCE_MS = 1500

/** `nap status`: whether the site answers, and what its database holds. */
export const run = actionOf("status", {
  usage: "",
  flags: {},
  run: async (given) => {
    const { baseUrl, dataFolder, databaseUrl, visibility, team, webhook } = settings()
    const server = await serverState()
    const held = await withDatabase(async () => {
      const [newest, people, links, deliveries, uncleared] = await Promise.all([
        newestRevision(),
        listPeople(SYSTEM),
        countShares(SYSTEM),
        deliveryState(SYSTEM),
        unclearedTables(SYSTEM),
      ])
      const active = people.filter((person) => !person.disabled)
      return {
        revision: newest?.number ?? 0,
        publishedAt: newest?.publishedAt ?? null,
        people: Object.fromEntries(Role.options.map((role) => [role, active.filter((it) => it.role === role).length])),
        links: links.active,
        webhook: webhook ? deliveries : null,
        uncleared,
      }
    })
    const database = databaseUrl === null ? "embedded" : "own"
    answer(given, { server, baseUrl, database, visibility, team, ...held }, () =>
      facts([
        ["Server", `${server}, ${baseUrl}`],
        ["Database", databaseUrl === null ? `embedded, in ${dataFolder}` : `your own, ${new URL(databaseUrl).host}`],
        ["Readers", visibility === "public" ? "everybody" : "people who sign in, and links"],
        ["Team", team],
        ["Revision", held.publishedAt ? `${held.revision}, ${minute(held.publishedAt)} UTC` : "none yet"],
        [
          "People",
          Object.entries(held.people)
            .map(([role, count]) => `${count} ${role}`)
            .join(", "),
        ],
        ["Links", `${held.links} active`],
        ["Webhook", webhookLine(held.webhook)],
        ...(held.uncleared.length > 0 ? [unclearedLine(held.uncleared)] : []),
      ]),
    )
  },
})

const unclearedLine = (tables: string[]): [name: string, value: string] => [
  "NOT CLEARED",
  `words removed by law may still lie in the files of ${tables.join(", ")}; run: nap vacuum`,
]

function webhookLine(state: DeliveryState | null): string {
  if (state === null) return "none set"
  const { last, waiting, givenUp, lastStatus } = state
  const told = last === null ? "nothing told yet" : `told up to revision ${last}`
  const failed = givenUp > 0 ? `, ${givenUp} given up` : ""
  return `${told}, ${waiting} waiting${failed}${lastStatus === null ? "" : `, last answer ${lastStatus}`}`
}

async function newestRevision() {
  try {
    return (await ledger()).revisions.at(-1) ?? null
  } catch (error) {
    if (error instanceof Refusal && error.code === "unavailable") return null
    throw error
  }
}

/** Asked at the address it would listen on, which need not be the public one. */
async function serverState(): Promise<"ready" | "not ready" | "stopped"> {
  const { host, port } = settings()
  const local = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const { ok } = await fetch(`http://${local}:${port}/api/health/ready`, { signal })
    return ok ? "ready" : "not ready"
  } catch {
    return "stopped"
  }
}
