"use client"

import { useEffect, useState } from "react"
import { adminWords } from "@/components/admin/words"
import { Modal } from "@/components/form/modal"
import type { Locale } from "@/lib/i18n/locale"

const CONTROLS = "a, button, input"
const rowsOf = () => [...document.querySelectorAll<HTMLElement>("[data-row]")]

/**
 * j and k (or the arrows in a row) walk the rows, e proposes, r re-checks, x chooses, / searches, ? shows the keys.
 * Never while somebody is typing. The rows are one tab stop: only the row last visited can be tabbed into.
 */
export function QueueKeys({ locale }: { locale: Locale }) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    let current = 0
    function rove(to: number) {
      current = to
      rowsOf().forEach((row, at) => {
        for (const control of row.querySelectorAll<HTMLElement>(CONTROLS)) control.tabIndex = at === to ? 0 : -1
      })
    }
    const go = (to: number) => {
      const rows = rowsOf()
      if (rows.length === 0) return
      rove(Math.max(0, Math.min(to, rows.length - 1)))
      const name = rows[current]!.querySelector<HTMLElement>("[data-act=propose]") ?? rows[current]!.querySelector("a")
      name?.focus()
      rows[current]!.scrollIntoView({ block: "nearest" })
    }
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (target.closest("textarea, select, dialog, input:not([type=checkbox])")) return
      const rows = rowsOf()
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      const act = (name: string) => rows[at]?.querySelector<HTMLElement>(`[data-act="${name}"]`)?.click()
      if (event.key === "j" || (event.key === "ArrowDown" && at >= 0)) go(at < 0 ? current : at + 1)
      else if (event.key === "k" || (event.key === "ArrowUp" && at >= 0)) go(at < 0 ? current : at - 1)
      else if (event.key === "Home" && at >= 0) go(0)
      else if (event.key === "End" && at >= 0) go(rows.length - 1)
      else if (event.key === "e") act("propose")
      else if (event.key === "r") act("recheck")
      else if (event.key === "x") rows[at]?.querySelector<HTMLElement>("input[name=pick]")?.click()
      else if (event.key === "/") document.getElementById("queue-search")?.focus()
      else if (event.key === "?") setOpen(true)
      else return
      event.preventDefault()
    }
    const enter = (event: FocusEvent) => {
      const at = rowsOf().findIndex((row) => row.contains(event.target as Node))
      if (at >= 0 && at !== current) rove(at)
    }
    rove(0)
    document.addEventListener("keydown", press)
    document.addEventListener("focusin", enter)
    return () => {
      document.removeEventListener("keydown", press)
      document.removeEventListener("focusin", enter)
    }
  }, [])
  const { queue } = adminWords(locale).admin
  const { help, keys } = queue
  return (
    <>
      <p className="small muted only-l">
        <kbd>J</kbd> {keys.next} <kbd>K</kbd> {keys.previous} <kbd>E</kbd> {keys.edit} <kbd>R</kbd> {keys.recheck}{" "}
        <kbd>X</kbd> {keys.select} <kbd>/</kbd> {keys.search}{" "}
        <button type="button" className="btn sm ghost" onClick={() => setOpen(true)}>
          <kbd>?</kbd> {keys.help}
        </button>
      </p>
      {isOpen ? (
        <Modal title={help.title} onClose={() => setOpen(false)}>
          <dl className="[display:grid] grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2.5 text-sm">
            {(
              [
                ["J", help.next],
                ["K", help.previous],
                ["E", help.edit],
                ["R", help.recheck],
                ["X", help.select],
                ["/", help.search],
                ["?", help.help],
              ] as const
            ).map(([key, words]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <p className="small muted">{help.row}</p>
          <div className="acts">
            <button type="button" className="btn" onClick={() => setOpen(false)}>
              {help.close}
            </button>
          </div>
        </Modal>
      ) : null}
    </>
  )
}
