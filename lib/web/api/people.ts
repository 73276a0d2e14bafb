import "server-only"
import { z } from "zod"
import {
  acceptInvitation,
  invite,
  listInvitations,
  type MadeInvitation,
  makeReset,
  revokeInvitation,
} from "@/lib/data/invitations"
import { changePerson, listPeople } from "@/lib/data/people"
import { resetSecondFactor } from "@/lib/data/second-factor"
import { endSession, endSessions, listSessions } from "@/lib/data/sessions"
import { settings } from "@/lib/data/settings"
import { listTokens, revokeToken } from "@/lib/data/tokens"
import { InvitationInput, JoinInput, PersonPatch } from "@/lib/domain/account"
import { Remit, Role } from "@/lib/domain/policy"
import { done, type Endpoint, endpoint, NOTHING } from "@/lib/web/api/endpoint"

export const PersonAnswer = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: Role,
    remit: Remit.nullable(),
    disabled: z.boolean(),
    secondFactor: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: "Person" })

const InvitationAnswer = z
  .object({
    id: z.string(),
    purpose: z.enum(["join", "reset"]),
    email: z.string(),
    name: z.string(),
    role: Role,
    remit: Remit.nullable(),
    by: z.string().nullable(),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: "Invitation" })

const MadeAnswer = z.object({ id: z.string(), url: z.string(), path: z.string(), invitation: InvitationAnswer })

export const SessionsAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.string(),
        browser: z.string(),
        system: z.string(),
        since: z.string(),
        lastUsedAt: z.string(),
        current: z.boolean(),
      })
      .meta({ id: "Session" }),
  ),
})

export const TokensAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.string(),
        personId: z.string(),
        email: z.string(),
        label: z.string(),
        createdAt: z.string(),
        expiresAt: z.string().nullable(),
        revoked: z.boolean(),
      })
      .meta({ id: "Token" }),
  ),
})

/** An answer that holds a secret is kept nowhere. */
export const SECRET_HEADERS = { "cache-control": "no-store" }

/** Who may sign in, for admins; and joining, for whoever was given an address. */
export const PEOPLE: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/people",
    summary: "Everybody who may sign in, or once might",
    access: "people.manage",
    answer: {
      status: 200,
      schema: z.object({
        items: z.array(PersonAnswer.extend({ lastSeenAt: z.string().nullable(), openProposals: z.int() })),
      }),
    },
    handle: async ({ actor }) => ({ body: { items: await listPeople(actor) } }),
  }),
  endpoint({
    method: "PATCH",
    path: "/api/v1/people/{id}",
    summary: "Change a role, the plans and tracks somebody works on, or whether they are let in; one at a time",
    access: "people.manage",
    body: PersonPatch,
    answer: { status: 200, schema: PersonAnswer },
    handle: async ({ actor, path, body }) => ({ body: await changePerson(actor, path.id!, body) }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/people/{id}/reset",
    summary: "Make a one-time address for a new password; it is told this once",
    access: "people.manage",
    answer: { status: 201, schema: MadeAnswer },
    handle: async ({ actor, path }) => made(await makeReset(actor, path.id!)),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/people/{id}/second-factor",
    summary: "Take the second factor off somebody who lost it",
    access: "people.manage",
    answer: NOTHING,
    handle: async ({ actor, path }) => {
      await resetSecondFactor(actor, path.id!)
      return done
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/people/{id}/sessions",
    summary: "The browsers somebody is signed in with",
    access: "people.manage",
    answer: { status: 200, schema: SessionsAnswer },
    handle: async ({ actor, person, path }) => ({
      body: { items: await listSessions(actor, path.id!, person?.session) },
    }),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/people/{id}/sessions",
    summary: "Sign somebody out everywhere",
    access: "people.manage",
    answer: NOTHING,
    handle: async ({ actor, path }) => {
      await endSessions(actor, path.id!)
      return done
    },
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/people/{id}/sessions/{session}",
    summary: "Sign one browser of somebody out",
    access: "people.manage",
    answer: NOTHING,
    handle: async ({ actor, path }) => {
      await endSession(actor, path.id!, path.session!)
      return done
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/people/invitations",
    summary: "The one-time addresses that still open",
    access: "people.manage",
    answer: { status: 200, schema: z.object({ items: z.array(InvitationAnswer) }) },
    handle: async ({ actor }) => ({ body: { items: await listInvitations(actor) } }),
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/people/invitations",
    summary: "Invite somebody; the one-time address is told this once",
    access: "people.manage",
    body: InvitationInput,
    answer: { status: 201, schema: MadeAnswer },
    handle: async ({ actor, body }) => made(await invite(actor, body)),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/people/invitations/{id}",
    summary: "Revoke a one-time address",
    access: "people.manage",
    answer: NOTHING,
    handle: async ({ actor, path }) => {
      await revokeInvitation(actor, path.id!)
      return done
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/v1/tokens",
    summary: "Everybody's keys for scripts",
    access: "token.manage",
    answer: { status: 200, schema: TokensAnswer },
    handle: async ({ actor }) => ({ body: { items: await listTokens(actor) } }),
  }),
  endpoint({
    method: "DELETE",
    path: "/api/v1/tokens/{id}",
    summary: "Revoke anybody's key",
    access: "token.manage",
    answer: NOTHING,
    handle: async ({ actor, path }) => {
      await revokeToken(actor, path.id!)
      return done
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/join",
    summary: "Set the password a one-time address is for; the address is used up by it",
    access: "anyone",
    body: JoinInput,
    answer: { status: 200, schema: z.object({ email: z.string() }) },
    handle: async ({ body }) => ({ body: await acceptInvitation(body), headers: SECRET_HEADERS }),
  }),
]

function made({ invitation, token }: MadeInvitation) {
  const path = `/join/${token}`
  const body = { id: invitation.id, url: settings().baseUrl + path, path, invitation }
  return { status: 201, body, headers: SECRET_HEADERS }
}
