import { headers } from "next/headers"
import { notFound } from "next/navigation"
import { cache } from "react"
import { ledger } from "@/lib/data/ledger"
import { openShare } from "@/lib/data/shares"
import { dayOf } from "@/lib/domain/date"
import { turned } from "@/lib/domain/share"
import { sharedView } from "@/lib/domain/views/shared"
import type { SearchParams } from "@/lib/web/ask"
import { PROOF_HEADER } from "@/lib/web/links"

/** What a link opens, once per request. Of what the address asks for only what the link leaves free is read. */
export const openedLink = cache(async (token: string, search: string) => {
  const scope = await openShare(token, (await headers()).get(PROOF_HEADER))
  if (!scope || scope.locked) notFound()
  const now = new Date().toISOString()
  const held = await ledger()
  const query = turned(scope, new URLSearchParams(search), dayOf(scope.frozen ? scope.createdAt : now))
  const shared = sharedView(held, { ...scope, query }, now)
  if (!shared) notFound()
  return { scope, shared }
})

/** An address's parameters as text, so that two readings of one address are one. */
export const searchText = (given: Awaited<SearchParams>) =>
  new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  ).toString()
