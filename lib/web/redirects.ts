import "server-only"

export type Redirect = { to: string; headers: Record<string, string> }

/** Where an address without a language leads: `/`, `/s/{token}`, `/embed/{token}` and `/join/{token}` pick it from Accept-Language. Null: no redirect. */
export function languageRedirect(path: string, search: string, acceptLanguage: string | undefined): Redirect | null {
  if (path === "/") return { to: `/${preferred(acceptLanguage)}${search}`, headers: { Vary: "Accept-Language" } }
  const link = /^\/(s|embed|join)\/([^/]+)\/?$/.exec(path)
  if (!link) return null
  return { to: `/${preferred(acceptLanguage)}/${link[1]}/${link[2]}${search}`, headers: { Vary: "Accept-Language" } }
}

/** English unless Urdu is asked for more strongly, or first among equals. */
export function preferred(acceptLanguage: string | undefined): "en" | "ur" {
  const wishes = (acceptLanguage ?? "").split(",").map((wish) => {
    const [tag = "", ...parameters] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const weight = parameters.find((parameter) => parameter.startsWith("q="))
    return { language: tag.split("-")[0], weight: weight ? Number(weight.slice(2)) || 0 : 1 }
  })
  const known = wishes.filter(({ language, weight }) => (language === "en" || language === "ur") && weight > 0)
  return known.sort((a, b) => b.weight - a.weight)[0]?.language === "ur" ? "ur" : "en"
}
