import "server-only"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { ledger, ledgerHealth } from "@/lib/data/ledger"
import { settings } from "@/lib/data/settings"
import type { Ledger } from "@/lib/domain/ledger"
import { type Query, type Question, readQuery, resolve } from "@/lib/domain/query"
import { currentPerson } from "@/lib/web/actor"

type Given = Record<string, string | string[] | undefined>
export type SearchParams = Promise<Given>

/** What an address says, name by name in its order; a name given twice twice. */
export const pairsOf = (given: Given): [name: string, value: string][] =>
  Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((text): [string, string] => [name, text]))

/** What a reader's page starts from. `ignored` names parameters that made no sense; the page says so. */
export type Asked = { ledger: Ledger; query: Query; question: Question; ignored: string[]; reachable: boolean }

/**
 * Reads the question from a page's address. `extra` are parameters that belong to the page itself;
 * `fixed` are those its path settles (a point page's plan), which an address may not change.
 * On a private site whoever is not signed in is sent to sign in first.
 */
export async function ask(
  searchParams: SearchParams,
  extra: string[] = [],
  fixed: Partial<Query> = {},
): Promise<Asked> {
  if (settings().visibility === "private") await assertReader()
  const facts = await ledger()
  const now = new Date().toISOString()
  const { query: read, ignored } = readQuery(
    pairsOf(await searchParams).filter(([name]) => !(name in fixed)),
    facts,
    now,
    extra,
  )
  const query = { ...read, ...fixed }
  return {
    ledger: facts,
    query,
    question: resolve(query, facts, now),
    ignored,
    reachable: ledgerHealth().reachable,
  }
}

async function assertReader(): Promise<void> {
  if (await currentPerson()) return
  // Our server names the address it was asked for (lib/web/answer.ts).
  const path = (await headers()).get("x-nap-path") ?? "/en"
  redirect(`/${path.startsWith("/ur") ? "ur" : "en"}/sign-in?next=${encodeURIComponent(path)}`)
}
