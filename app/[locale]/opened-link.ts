import { headers } from "next/headers"
import { notFound } from "next/navigation"
import { cache } from "react"
import { sha256 } from "@/lib/data/chain"
import { ledger } from "@/lib/data/ledger"
import { settings } from "@/lib/data/settings"
import { openShare } from "@/lib/data/shares"
import { canonical } from "@/lib/domain/canonical"
import { dayOf } from "@/lib/domain/date"
import { turned } from "@/lib/domain/share"
import { sharedAnswer, sharedView, withoutCopies } from "@/lib/domain/views/shared"
import type { SearchParams } from "@/lib/web/ask"
import { PROOF_HEADER } from "@/lib/web/link-data"

/**
 * What a link opens, once per request. Of what the address asks for only what the link leaves free is read. `isIntact`
 * tells of a frozen link whether its answer still has the digest it was frozen with (null without one); of the stored
 * question, not of how the visitor turned it.
 */
export const openedLink = cache(async (token: string, search: string) => {
  const scope = await openShare(token, (await headers()).get(PROOF_HEADER))
  if (!scope || scope.locked) notFound()
  const now = new Date().toISOString()
  const held = await ledger()
  const query = turned(scope, new URLSearchParams(search), dayOf(scope.frozen ? scope.createdAt : now))
  const shared = sharedView(held, { ...scope, query }, now)
  if (!shared) notFound()
  const answer = scope.digest === null ? null : sharedAnswer(held, scope, scope.createdAt)
  const isIntact = scope.digest === null ? null : answer !== null && sha256(canonical(answer)) === scope.digest
  const isTurned = scope.free.some((name) => query[name] !== scope.query[name])
  const isPublic = settings().visibility === "public"
  return { scope, shared: isPublic ? shared : withoutCopies(shared), isPublic, isIntact, isTurned }
})

/** An address's parameters as text, so that two readings of one address are one. */
export const searchText = (given: Awaited<SearchParams>) =>
  new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  ).toString()
