import "server-only"
import { citedBy } from "@/lib/web/citation"

/** What to cite an answer by: its id, and the address that keeps it. `extra` as the screen of that path spells it. */
export function citeOf(
  asked: Parameters<typeof citedBy>[0],
  path: string,
  extra: Readonly<Record<string, string>> = {},
): { id: string; url: string } {
  const { id, citation } = citedBy(asked, "en", path, Object.entries(extra))!
  return { id, url: citation.url }
}
