import { send } from "@/components/form/client"
import type { Invitation, InvitationInput, JoinInput, Person, PersonPatch, Session, Token } from "@/lib/domain/account"

/** A one-time address, told this once. */
export type MadeAddress = { id: string; url: string; path: string; invitation: Invitation }

const person = (id: string) => `/api/v1/people/${encodeURIComponent(id)}`

/** What the people screen asks for. None throws. */
export const peopleApi = {
  change: (id: string, patch: PersonPatch) => send<Person>("PATCH", person(id), patch),
  invite: (input: InvitationInput) => send<MadeAddress>("POST", "/api/v1/people/invitations", input),
  revokeInvitation: (id: string) => send<null>("DELETE", `/api/v1/people/invitations/${encodeURIComponent(id)}`),
  reset: (id: string) => send<MadeAddress>("POST", `${person(id)}/reset`, {}),
  resetFactor: (id: string) => send<null>("DELETE", `${person(id)}/second-factor`),
  sessions: (id: string) => send<{ items: Session[] }>("GET", `${person(id)}/sessions`),
  endSession: (id: string, session: string) =>
    send<null>("DELETE", `${person(id)}/sessions/${encodeURIComponent(session)}`),
  endSessions: (id: string) => send<null>("DELETE", `${person(id)}/sessions`),
  tokens: () => send<{ items: Token[] }>("GET", "/api/v1/tokens"),
  revokeToken: (id: string) => send<null>("DELETE", `/api/v1/tokens/${encodeURIComponent(id)}`),
  join: (input: JoinInput) => send<{ email: string }>("POST", "/api/v1/join", input),
}
