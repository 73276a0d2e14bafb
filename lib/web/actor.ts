import "server-only"
import { cookies } from "next/headers"
import { personOfToken } from "@/lib/data/tokens"
import { type Actor, ANONYMOUS } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { acting, personOfSession, type SignedIn } from "@/lib/web/auth"
import { assertSameOrigin } from "@/lib/web/same-origin"

/**
 * Who sends a request: a bearer token or a session cookie. A change by cookie must come from our own pages.
 * @throws Refusal `unauthenticated` for a bad token, `forbidden`, `unavailable` if that cannot be looked up.
 */
export async function actorOf(request: Request): Promise<{ actor: Actor; person: SignedIn | null }> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "")?.[1]
  if (bearer) {
    const holder = await personOfToken(bearer)
    if (!holder) throw new Refusal("unauthenticated", "This token is unknown, expired or revoked.")
    return { actor: acting(holder), person: { ...holder, name: "", session: null } }
  }
  const person = await personOfSession(request.headers)
  if (person && request.method !== "GET" && request.method !== "HEAD") assertSameOrigin(request)
  return { actor: person ? acting(person) : ANONYMOUS, person }
}

/** The signed-in person of a page, or null. Only for pages that are never cached. */
export async function currentPerson(): Promise<{ actor: Actor; person: SignedIn } | null> {
  const jar = await cookies()
  const person = await personOfSession(new Headers({ cookie: jar.toString() }))
  return person && { actor: acting(person), person }
}
