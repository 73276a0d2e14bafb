"use client"

import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react"
import { useUnsavedGuard } from "@/components/form/unsaved-guard"

/** What a reviewer has typed so far: a note, and comments by step. */
type Typed = { note: string; comments: Record<number, string> }
const EMPTY: Typed = { note: "", comments: {} }

type Judging = Typed & {
  setNote: (note: string) => void
  setComment: (step: number, text: string) => void
  /** The verdict is given: nothing needs keeping any more. */
  finish: () => void
}

const Context = createContext<Judging | null>(null)

/**
 * What is typed beside the steps and what is sent at the end are one thing. Null where the reader does not judge, or
 * nothing is left to judge.
 */
export const useJudging = (): Judging | null => useContext(Context)

/**
 * Holds what a reviewer types on a version of a proposal, over all pages of its steps and through a lost sign-in: it is
 * kept in this browser until the verdict is given.
 */
export function JudgingText({
  id,
  version,
  isOpen,
  children,
}: {
  id: string
  version: number
  /** Whether it still waits for a verdict. */
  isOpen: boolean
  children: ReactNode
}) {
  const key = `nap-review:${id}:${version}`
  const text = useSyncExternalStore(
    kept.subscribe,
    () => kept.read(key),
    () => null,
  )
  const typed = useMemo(() => parsed(text), [text])
  const isEmpty = typed.note === "" && Object.values(typed.comments).every((comment) => comment === "")
  useUnsavedGuard(!isEmpty && kept.isOnlyInMemory(key))

  const judging = useMemo<Judging>(
    () => ({
      ...typed,
      setNote: (note) => kept.write(key, { ...typed, note }),
      setComment: (step, comment) => kept.write(key, { ...typed, comments: { ...typed.comments, [step]: comment } }),
      finish: () => kept.write(key, null),
    }),
    [typed, key],
  )
  return <Context value={isOpen ? judging : null}>{children}</Context>
}

function parsed(text: string | null): Typed {
  try {
    return text === null ? EMPTY : { ...EMPTY, ...(JSON.parse(text) as Partial<Typed>) }
  } catch {
    return EMPTY
  }
}

/** The browser's storage; where it keeps nothing (private mode, full) the page's own memory, and leaving asks first. */
const memory = new Map<string, string>()
const listeners = new Set<() => void>()
const kept = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  read(key: string): string | null {
    try {
      return memory.get(key) ?? localStorage.getItem(key)
    } catch {
      return null
    }
  },
  write(key: string, typed: Typed | null): void {
    memory.delete(key)
    try {
      if (typed === null) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(typed))
    } catch {
      if (typed !== null) memory.set(key, JSON.stringify(typed))
    }
    for (const listener of listeners) listener()
  },
  isOnlyInMemory: (key: string) => memory.has(key),
}
