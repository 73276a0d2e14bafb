"use client"

import { useRouter } from "next/navigation"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { adminWords } from "@/components/admin/words"
import type { Day } from "@/lib/domain/date"
import type { Lane } from "@/lib/domain/scale"
import type { SourceChoice } from "@/lib/domain/views/proposing"
import { isolate, list } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { AssignDialog, type Helper } from "./assign-dialog"
import { BulkRecheckDialog } from "./bulk-recheck-dialog"

/** A commitment somebody has ticked in the list. */
export type Pick = { commitment: string; lane: Lane; code: string; isAssessed: boolean }

/** The list with what can be done to the rows ticked in it. `base` is the revision the page shows. */
export function Picks({
  locale,
  helpers,
  library,
  base,
  today,
  dueOn,
  children,
}: {
  locale: Locale
  helpers: Helper[]
  library: SourceChoice[]
  base: number
  today: Day
  dueOn: Day // proposed for what is handed out
  children: ReactNode
}) {
  const words = adminWords(locale).admin.queue.pick
  const router = useRouter()
  const area = useRef<HTMLDivElement>(null)
  const [picks, setPicks] = useState<Pick[]>([])
  const [open, setOpen] = useState<"assign" | "recheck" | null>(null)
  const [said, setSaid] = useState("")

  const boxes = () => [...(area.current?.querySelectorAll<HTMLInputElement>("input[name=pick]") ?? [])]
  function look() {
    const chosen = boxes().filter((box) => box.checked)
    setPicks(
      chosen.map(({ value, dataset }) => ({
        commitment: value,
        lane: dataset.lane as Lane,
        code: dataset.code!,
        isAssessed: dataset.assessed !== undefined,
      })),
    )
    const all = document.getElementById("pick-all") as HTMLInputElement | null
    if (!all) return
    all.checked = chosen.length > 0 && chosen.length === boxes().length
    all.indeterminate = chosen.length > 0 && !all.checked
  }
  function set(checked: boolean) {
    for (const box of boxes()) box.checked = checked
    look()
  }
  // A browser that comes back to the page restores ticks without telling.
  useEffect(() => {
    for (const box of area.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])
      box.checked = false
  }, [])

  function done(sentence: string) {
    setOpen(null)
    set(false)
    setSaid(sentence)
    router.refresh()
  }
  const lanes = new Set(picks.map((it) => it.lane))
  const assessed = picks.filter((it) => it.isAssessed)
  const unassessed = picks.filter((it) => !it.isAssessed)
  const codes = (some: Pick[]) =>
    list(
      locale,
      some.map((it) => isolate(locale, it.code)),
    )
  const query = new URLSearchParams(picks.map((it) => ["commitment", it.commitment]))
  if (picks[0]) query.set("lane", picks[0].lane)
  return (
    <div
      ref={area}
      onChange={(event) => {
        const box = event.target as HTMLInputElement
        if (box.id === "pick-all") set(box.checked)
        else if (box.name === "pick") look()
      }}
    >
      {children}
      <p role="status" className="small min-h-5 py-1">
        {said}
      </p>
      {picks.length > 0 ? (
        <div className="bar pickbar" role="region" aria-label={words.bar}>
          <b className="num" role="status">
            {words.chosen(picks.length)}
          </b>
          <button type="button" className="btn pri" onClick={() => setOpen("assign")}>
            {words.assign}
          </button>
          <button
            type="button"
            className="btn"
            disabled={lanes.size > 1 || assessed.length === 0}
            onClick={() => setOpen("recheck")}
          >
            {words.recheck}
          </button>
          <a className="btn" href={`/${locale}/admin/propose?${query}`}>
            {words.propose}
          </a>
          <button type="button" className="btn ghost" onClick={() => set(false)}>
            {words.none}
          </button>
          {lanes.size > 1 ? <p className="small basis-full">{words.mixed}</p> : null}
          {lanes.size === 1 && unassessed.length > 0 ? (
            <p className="small basis-full">{words.nothing(codes(unassessed))}</p>
          ) : null}
        </div>
      ) : null}
      {open === "assign" ? (
        <AssignDialog
          locale={locale}
          picks={picks}
          helpers={helpers}
          today={today}
          dueOn={dueOn}
          onClose={() => setOpen(null)}
          onDone={done}
        />
      ) : null}
      {open === "recheck" ? (
        <BulkRecheckDialog
          locale={locale}
          picks={assessed}
          library={library}
          base={base}
          today={today}
          onClose={() => setOpen(null)}
          onDone={done}
        />
      ) : null}
    </div>
  )
}
