import { useEffect } from "react"

const SETTLE_MS = 250
const API = "/api/v1/explore"

/** What only the page itself knows; the table as a file has every column and row. */
const OF_THE_PAGE = ["columns", "after"]

/**
 * Keeps the address at what is chosen. The citation on the page is of what was `asked`, and says so where that is no
 * longer what is chosen (explore.css). Whatever else on the page leads back to this table (another day, another plan,
 * the exports) was written for what was `asked`: where it leaves that as it was, it follows what is `chosen` now.
 */
export function useAddress(address: string, path: string, asked: [string, string][], chosen: [string, string][]): void {
  const spelled = JSON.stringify([asked, chosen])
  useEffect(() => {
    const settling = setTimeout(() => {
      if (location.pathname + location.search !== address) history.replaceState(null, "", address + location.hash)
    }, SETTLE_MS)
    const [before, after] = (JSON.parse(spelled) as [string, string][][]).map((params) => new Map(params))
    const changes = [...new Set([...before!.keys(), ...after!.keys()])].filter(
      (name) => before!.get(name) !== after!.get(name),
    )
    document.documentElement.toggleAttribute("data-moved", changes.length > 0)
    const isOurs = (element: Element, to: string) => {
      const { origin, pathname } = new URL(to, location.href)
      const leadsHere = pathname === path || pathname === API
      return leadsHere && origin === location.origin && element.closest("[data-live]") === null
    }
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null
      if (!link || !isOurs(link, link.href)) return
      const to = new URL(link.href)
      for (const name of changes) {
        const isFile = to.pathname === API && OF_THE_PAGE.includes(name)
        if (isFile || to.searchParams.get(name) !== (before!.get(name) ?? null)) continue
        if (after!.has(name)) to.searchParams.set(name, after!.get(name)!)
        else to.searchParams.delete(name)
      }
      link.href = to.href.replaceAll("%2C", ",")
    }
    const onSubmit = ({ target }: SubmitEvent) => {
      if (!(target instanceof HTMLFormElement) || !isOurs(target, target.action)) return
      for (const name of changes) {
        const field = target.elements.namedItem(name)
        // A control of the form's own, not a parameter it carries along.
        if (field && !(field instanceof HTMLInputElement && field.type === "hidden")) continue
        field?.remove()
        if (!after!.has(name)) continue
        target.append(
          Object.assign(document.createElement("input"), { type: "hidden", name, value: after!.get(name)! }),
        )
      }
    }
    document.addEventListener("click", onClick, true)
    document.addEventListener("submit", onSubmit, true)
    return () => {
      clearTimeout(settling)
      document.documentElement.removeAttribute("data-moved")
      document.removeEventListener("click", onClick, true)
      document.removeEventListener("submit", onSubmit, true)
    }
  }, [address, path, spelled])
}

/** The slash key leads to a field, except while something is being typed. */
export function useSlash(id: string): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      document.getElementById(id)?.focus()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [id])
}
