import { createShare } from "@/lib/data/share-upkeep"
import { share } from "@/tests/data/samples"
import { ask, type Answer, type Someone } from "./client"

/** Everything that is reached by a link's token. */
export const DOORS = {
  page: (token: string) => `/en/s/${token}`,
  csv: (token: string) => `/en/s/${token}/data.csv`,
  json: (token: string) => `/en/s/${token}/data.json`,
  xlsx: (token: string) => `/en/s/${token}/data.xlsx`,
  png: (token: string) => `/en/s/${token}/trend.png`,
  svg: (token: string) => `/en/s/${token}/trend.svg`,
  apart: (token: string) => `/en/s/${token}/stand.svg`,
  embed: (token: string) => `/en/embed/${token}`,
  oembed: (token: string, origin: string) =>
    `/api/v1/oembed?url=${encodeURIComponent(`${origin}/en/s/${token}`)}&format=json`,
  preview: (token: string) => `/en/s/${token}/preview.png`,
  api: (token: string) => `/api/v1/links/${token}`,
} satisfies Record<string, (token: string, origin: string) => string>
export type Door = keyof typeof DOORS
export const DOOR_NAMES = Object.keys(DOORS) as Door[]

export const TYPES: Record<Door, RegExp> = {
  page: /^text\/html/,
  csv: /^text\/csv/,
  json: /^application\/json/,
  xlsx: /spreadsheetml/,
  png: /^image\/png/,
  svg: /^image\/svg\+xml/,
  apart: /^image\/svg\+xml/,
  embed: /^text\/html/,
  oembed: /^application\/json/,
  preview: /^image\/png/,
  api: /^application\/json/,
}

/** What a visitor knows of a password: nothing, or the proof of it, as a browser and as a program sends it. */
export type Known = { cookie: string; proof: string } | null

/** Asks at one door of a link. Not compressed, since the length would tell of the token's letters. */
export function knock(door: Door, token: string, at: string, known: Known = null, search = ""): Promise<Answer> {
  const path = DOORS[door](token, at)
  const full = search === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${search}`
  const headers = {
    "accept-encoding": "identity",
    ...(known && { cookie: known.cookie, "x-nap-proof": known.proof }),
  }
  return ask(full, { at, headers })
}

/** Tries a password as the page's form does; what it gave, or null. */
export async function unlock(token: string, password: string, at: string): Promise<Known> {
  const form = { "content-type": "application/x-www-form-urlencoded", origin: at }
  const answer = await ask(`/en/s/${token}`, {
    at,
    method: "POST",
    body: new URLSearchParams({ password }).toString(),
    headers: form,
  })
  const [cookie] = answer.headers.getSetCookie().map((line) => line.split(";", 1)[0]!)
  return cookie ? { cookie, proof: cookie.slice(cookie.indexOf("=") + 1) } : null
}

/** An answer without what differs from request to request: the token in the address, ids, times, an upload's tag. */
export const bare = ({ status, text, headers }: Answer, token: string) => ({
  status,
  text: text.replaceAll(token, "TOKEN").replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, "ID"),
  headers: [...headers].filter(([name]) => !["date", "x-request-id"].includes(name)),
})

/** A link to the kinetic half of two points of the 2014 plan, on one day, to be framed by one site. */
export const narrow = (owner: Someone, more: Parameters<typeof share>[0] = {}) =>
  createShare(
    owner,
    share({
      query: { plan: "nap-2014", points: [12, 15], track: "kinetic", asOf: "2021-06-30" } as never,
      sites: ["https://paper.example"],
      ...more,
    }),
  )
/** Words of every form of that view, and words of the record that stand outside it. */
export const INSIDE = /nap-2014|Kinetic|کائنیٹک/
export const OUTSIDE = /Madrassah|Military courts|Karachi|nap-2021|nap2021|nap2014-(0\d|1[013467-9]|20)/
