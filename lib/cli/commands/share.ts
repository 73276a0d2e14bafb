import { settings } from "@/lib/data/settings"
import { createShare, listShares, revokeShare } from "@/lib/data/share-upkeep"
import { type Actor, SYSTEM } from "@/lib/domain/policy"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { resolve, searchOf, strictQuery } from "@/lib/domain/query"
import { DEFAULT_SHARE_DAYS, ShareInput } from "@/lib/domain/share"
import { settledComparison } from "@/lib/domain/share-own"
import { compareView } from "@/lib/domain/views/compare/compare"
import { COMPARE_NAMES, readComparison } from "@/lib/domain/views/compare/sides"
import { outcomes } from "@/lib/domain/views/outcomes"
import { answer, facts, minute, table } from "./answer"
import { actionsOf, daysIn, type Given, needed, optional, UsageError } from "./arguments"
import { actingPerson, publishedLedger, withDatabase } from "./database"

const person = { email: { type: "string" } } as const

/** `nap share …`: links to a view. With --email as that person, with their rights; without, as the operator. */
export const run = actionsOf("share", {
  create: {
    usage:
      '--email E --query "plan=nap-2014&track=kinetic" [--screen overview|points|point|compare|outcomes|momentum] [--point N] [--label L] [--frozen] [--expires 90d|never]',
    flags: {
      ...person,
      query: { type: "string" },
      screen: { type: "string" },
      point: { type: "string" },
      label: { type: "string" },
      frozen: { type: "boolean" },
      expires: { type: "string" },
    },
    run: create,
  },
  list: { usage: "[--email E]", flags: person, run: list },
  revoke: { usage: "ID [--email E]", flags: person, words: 1, run: revoke },
})

async function create(given: Given) {
  const email = needed(given, "email")
  const point = optional(given, "point")
  const asked = {
    label: optional(given, "label") ?? "Made at the command line",
    screen: optional(given, "screen") ?? (point === null ? "overview" : "point"),
    point: point === null ? null : Number(point),
    frozen: given.flags.frozen === true,
    expiresInDays: daysIn(optional(given, "expires") ?? `${DEFAULT_SHARE_DAYS}d`),
  }
  const { id, url, share } = await withDatabase(async () => {
    const actor = await actingPerson(email)
    const search = new URLSearchParams(optional(given, "query") ?? "")
    const input = ShareInput.safeParse({ ...asked, ...viewIn(await publishedLedger(), asked.screen, search) })
    if (!input.success) {
      const [issue] = input.error.issues
      throw new UsageError(`--${issue?.path.join(".")}: ${issue?.message}`)
    }
    const { share, token } = await createShare(actor, input.data)
    return { id: share.id, url: `${settings().baseUrl}/s/${token}`, share }
  })
  answer(given, { id, url }, () =>
    facts([
      ["Address", `${url}   (shown once: keep it)`],
      ["Kind", share.known === null ? "live" : `frozen at revision ${share.known}`],
      ["Opens", `${scope(share)}`],
      ["Ends", share.expiresAt ? minute(share.expiresAt) : "never"],
      ["Id", id],
    ]),
  )
}

/** The question and what the screen settles of its own, as the page's address has them. */
function viewIn(held: Ledger, screen: string, search: URLSearchParams) {
  const now = new Date().toISOString()
  const names = screen === "compare" ? COMPARE_NAMES : screen === "outcomes" ? ["show"] : []
  const query = strictQuery(search, held, now, names)
  const question = resolve(query, held, now)
  if (screen === "outcomes") {
    return { query, panels: outcomes(held, question, search.get("show")?.split(",")).panels.map(({ id }) => id) }
  }
  if (screen !== "compare") return { query }
  const { comparison, ignored } = readComparison(search, question, snapshot(held, question.known))
  if (ignored.length > 0) throw new UsageError(`--query: unknown or bad parameter: ${ignored.join(", ")}`)
  const view = compareView(held, question, comparison)
  const against = comparison.by === "dates" ? comparison.against : view.comparison.against
  return { query: { ...query, plan: view.plan }, comparison: settledComparison(comparison, against) }
}

async function list(given: Given) {
  const shares = await withDatabase(async () => listShares(await actor(given)))
  answer(given, shares, () =>
    table(
      ["ID", "STATE", "KIND", "ENDS", "OPENS", "LABEL"],
      shares.map((it) => [
        it.id,
        it.state,
        it.known === null ? "live" : `frozen at ${it.known}`,
        it.expiresAt ? minute(it.expiresAt) : "never",
        scope(it),
        it.label,
      ]),
    ),
  )
}

async function revoke(given: Given) {
  const id = given.words[0]!
  await withDatabase(async () => revokeShare(await actor(given), id))
  answer(given, { id, revoked: true }, () => `Revoked ${id}: refused from the next request on.`)
}

async function actor(given: Given): Promise<Actor> {
  const email = optional(given, "email")
  return email === null ? SYSTEM : actingPerson(email)
}

type Opened = Pick<ShareInput, "screen" | "point" | "query" | "comparison" | "panels">
const scope = ({ screen, point, query, comparison, panels }: Opened) =>
  [screen, point, comparison?.by, comparison?.against, ...(panels ?? []), searchOf({ ...query, known: null })]
    .filter(Boolean)
    .join(" ")
