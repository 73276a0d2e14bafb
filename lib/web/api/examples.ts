import "server-only"

/** Parameters that make an example worth reading; an endpoint that is not here is shown without. */
const SEARCHES: Record<string, string> = {
  "/api/v1/overview": "?plan=nap-2014&asOf=2020-12-31",
  "/api/v1/points/{id}": "?asOf=2020-12-31",
  "/api/v1/changes": "?kind=correction",
  "/api/v1/citation": "?page=/en/points/2014/5&style=bibtex",
  "/api/v1/export.zip": "?known=1",
  "/api/v1/assessments": "?plan=nap-2021&lane=finding&format=csv",
  "/api/v1/commitments": "?plan=nap-2014&track=non-kinetic",
  "/api/v1/sources": "?limit=5",
}
const IDS: Record<string, string> = { "/api/v1/points/{id}": "nap2014-05" }

/** An address that works on this site; null where it takes an id that only some site has. */
export function exampleOf(path: string): string | null {
  const id = IDS[path]
  return path.includes("{") && !id ? null : `${path.replace("{id}", id ?? "")}${SEARCHES[path] ?? ""}`
}

/** What each parameter of that address says, also the one in its path. */
export const exampleValues = (path: string): Record<string, string> => ({
  ...Object.fromEntries(new URLSearchParams(SEARCHES[path])),
  ...(IDS[path] && { id: IDS[path] }),
})
