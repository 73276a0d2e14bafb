"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import type { Problem } from "@/components/form/client"
import { canonical } from "@/lib/domain/canonical"
import { formApi } from "./api"
import { type KeptText, keptText } from "./kept-text"

const LOCAL_AFTER_MS = 300
const SERVER_AFTER_MS = 1500
const AGAIN_AFTER_MS = 10_000

/** A draft as the server had it when the page was made. */
export type OpenedDraft = { id: string; version: number; updatedAt: string; content: Record<string, unknown> }

/** Where the newest text is: with the server, in this browser only, or not anywhere yet. */
export type Place = "server" | "browser" | "nowhere"

/**
 * Keeps what is typed: in this browser at once, on the server a moment later and when the page is left. What the
 * server refuses stays in the browser and is tried again when somebody comes back to the page. Text that says what is
 * stored anyway is kept only to overwrite what was kept before; `isOff` while the page is being left on purpose.
 */
export function useKept({
  form,
  keepAs,
  title,
  content,
  isDirty,
  isOff,
  opened,
}: {
  form: string
  keepAs: string
  title: string
  content: Record<string, unknown>
  isDirty: boolean
  isOff: boolean
  opened: OpenedDraft | null
}) {
  const row = useRef(opened && { id: opened.id, version: opened.version })
  // The database gives keys back in an order of its own; spelled anew it is what this page spells.
  const [onServer, setOnServer] = useState(() => opened && { spelled: JSON.stringify(content), at: opened.updatedAt })
  const spelled = !isOff && (isDirty || onServer !== null) ? JSON.stringify(content) : null
  const latest = useRef({ spelled, title })
  const [inBrowser, setInBrowser] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isBusy = useRef(false)
  /** What this browser itself has sent or kept: where the server has that, nobody else wrote. */
  const own = useRef(new Set<string>())
  const mayBeThere = useRef(false)
  const isOver = useRef(false)
  useEffect(() => {
    latest.current = { spelled, title }
  })
  useEffect(() => {
    // What the last page kept here it may have sent as well.
    const here = keptText.read(keepAs)
    if (!here) return
    own.current.add(canonical(here.content))
    mayBeThere.current = row.current === null
  }, [keepAs])

  const keepHere = useCallback(() => {
    const { spelled } = latest.current
    if (spelled === null || isOver.current) return
    const content = JSON.parse(spelled) as KeptText["content"]
    const version = row.current?.version ?? null
    own.current.add(canonical(content))
    if (keptText.write(keepAs, { content, version, at: new Date().toISOString() })) setInBrowser(spelled)
  }, [keepAs])

  /** Whether the server's draft is one of our own: sent as a page was left, its answer lost with the page. */
  const adopt = useCallback(async (id: string): Promise<boolean> => {
    const answer = await formApi.findDraft(id)
    if (!answer.ok || !own.current.has(canonical(answer.value.content))) return false
    row.current = { id, version: answer.value.version }
    return true
  }, [])

  const adoptOfForm = useCallback(async () => {
    mayBeThere.current = false
    const found = await formApi.listDrafts()
    const same = found.ok ? found.value.items.find((it) => it.form === form) : undefined
    if (same) await adopt(same.id)
  }, [adopt, form])

  /** `version` overrules the one last seen. */
  const keepThere = useCallback(
    async (outlives = false, version?: number): Promise<void> => {
      const { spelled, title } = latest.current
      if (spelled === null || isBusy.current || isOver.current) return
      isBusy.current = true
      const content = JSON.parse(spelled) as KeptText["content"]
      own.current.add(canonical(content))
      // The last page may have created it as it was left, too late for this one to be told.
      if (mayBeThere.current) await adoptOfForm()
      const known = row.current
      const input = { title: title.slice(0, 300), content }
      const send = (known: { id: string; version: number } | null) =>
        known
          ? formApi.changeDraft(known.id, { ...input, version: version ?? known.version }, outlives)
          : formApi.createDraft({ ...input, form }, outlives)
      let answer = await send(known)
      const isOurs = !answer.ok && answer.problem.code === "conflict" && known !== null && (await adopt(known.id))
      if (isOurs) answer = await send(row.current)
      isBusy.current = false
      if (answer.ok) {
        const { id, version, updatedAt } = answer.value
        row.current = { id, version }
        // Sent or discarded while this was under way.
        if (isOver.current) return void formApi.deleteDraft(id)
        setProblem(null)
        setOnServer({ spelled, at: updatedAt })
        own.current = new Set([canonical(content)])
        if (latest.current.spelled === spelled) keptText.drop(keepAs)
        return
      }
      // Discarded in another window: what is typed here is a draft of its own again.
      if (answer.problem.code === "not_found") row.current = null
      setProblem(answer.problem)
    },
    [adopt, adoptOfForm, form, keepAs],
  )

  useEffect(() => {
    if (spelled === null || spelled === onServer?.spelled) return
    const timer = setTimeout(keepHere, LOCAL_AFTER_MS)
    return () => clearTimeout(timer)
  }, [spelled, onServer, keepHere])

  const isBlocked = problem?.code === "conflict"
  useEffect(() => {
    if (spelled === null || spelled === onServer?.spelled || isBlocked) return
    const timer = setTimeout(() => void keepThere(), SERVER_AFTER_MS)
    return () => clearTimeout(timer)
  }, [spelled, onServer, isBlocked, keepThere])

  // A sign-in in another tab, a network that is back: whoever returns to the page has it tried again.
  const failed = problem !== null && !isBlocked
  useEffect(() => {
    if (!failed) return
    const again = () => {
      if (document.visibilityState === "visible") void keepThere()
    }
    const timer = setInterval(again, AGAIN_AFTER_MS)
    const events = ["focus", "online"] as const
    for (const event of events) window.addEventListener(event, again)
    document.addEventListener("visibilitychange", again)
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, again)
      document.removeEventListener("visibilitychange", again)
    }
  }, [failed, keepThere])

  const isUnkept = spelled !== null && spelled !== onServer?.spelled
  useEffect(() => {
    if (!isUnkept) return
    const leave = () => {
      keepHere()
      if (!isBlocked) void keepThere(true)
    }
    const hide = () => {
      if (document.visibilityState === "hidden") leave()
    }
    window.addEventListener("pagehide", leave)
    document.addEventListener("visibilitychange", hide)
    return () => {
      window.removeEventListener("pagehide", leave)
      document.removeEventListener("visibilitychange", hide)
    }
  }, [isUnkept, isBlocked, keepHere, keepThere])

  /** Forgets the draft, here and there: it was sent, stored as a proposal, or thrown away. */
  const drop = useCallback(
    async (forGood: boolean) => {
      isOver.current = forGood
      keptText.drop(keepAs)
      setInBrowser(null)
      setOnServer(null)
      setProblem(null)
      const known = row.current
      row.current = null
      if (known) await formApi.deleteDraft(known.id)
    },
    [keepAs],
  )

  const place: Place =
    spelled === null || spelled === onServer?.spelled ? "server" : spelled === inBrowser ? "browser" : "nowhere"
  return {
    place,
    keptAt: onServer?.at ?? null,
    problem,
    keep: useCallback(() => keepThere(), [keepThere]),
    /** Puts this text over what another window kept. */
    keepOver: useCallback(() => keepThere(false, problem?.version ?? undefined), [keepThere, problem]),
    drop,
  }
}
