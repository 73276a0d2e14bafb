"use client"

import type { Route } from "next"
import { useRouter } from "next/navigation"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { type Answer, api, type Problem, type ProposalAnswer } from "@/components/form/client"
import { goTo } from "@/components/form/go-to"
import { useUnsavedGuard } from "@/components/form/unsaved-guard"
import type { Proposal } from "@/lib/domain/proposal"
import type { Rule } from "@/lib/domain/scale"
import type { Locale } from "@/lib/i18n/locale"
import { type Draft, fieldOf, isComplete, type Item, operationsOf, type Origin, orNull, randomName } from "./draft"
import { keptText } from "./kept-text"

const KEEP_AFTER_MS = 300
const SAVE_AFTER_MS = 2000

export type Saving = "idle" | "saving" | "sending" | "leaving"

/**
 * A draft being typed: kept in this browser while it is not saved, saved by itself once it has been saved by hand,
 * never lost to a refusal. `stored` is null for a new proposal; `keepAs` names it in this browser.
 */
export function useDraft({
  locale,
  initial,
  stored,
  keepAs,
  usualRule,
}: {
  locale: Locale
  initial: Draft
  stored: Proposal | null
  keepAs: string
  usualRule: (item: Item) => Rule
}) {
  const router = useRouter()
  // The page may be asked again for more commitments; what this draft began as stays.
  const [first] = useState(initial)
  const [draft, setDraft] = useState(first)
  const [proposal, setProposal] = useState(stored)
  const [clean, setClean] = useState(() => JSON.stringify(initial))
  const [saving, setSaving] = useState<Saving>("idle")
  const [problem, setProblem] = useState<Problem | null>(null)
  const [errors, setErrors] = useState<Record<string, string[]>>({})
  const [refusedAs, setRefusedAs] = useState("")
  const [wasRestored, setRestored] = useState(false)
  const attempt = useRef({ key: "", count: 0 })
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  })
  const spelled = useMemo(() => JSON.stringify(draft), [draft])
  const isDirty = spelled !== clean
  useUnsavedGuard(isDirty && saving !== "leaving")

  useEffect(() => {
    const kept = keptText.read(keepAs)
    if (!kept || JSON.stringify(kept.draft) === JSON.stringify(first)) return
    // What this browser kept can only be read after the page has come alive.
    const timer = setTimeout(() => {
      setDraft(kept.draft)
      setRestored(true)
    })
    return () => clearTimeout(timer)
  }, [keepAs, first])

  useEffect(() => {
    if (!isDirty || saving === "leaving") return
    const version = proposal?.version ?? null
    const keep = () => keptText.write(keepAs, { draft, version, at: new Date().toISOString() })
    const timer = setTimeout(keep, KEEP_AFTER_MS)
    // A page that goes away in the middle of a word keeps the word.
    window.addEventListener("pagehide", keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener("pagehide", keep)
    }
  }, [draft, isDirty, keepAs, proposal, saving])

  const refused = useCallback((found: Problem, origins: Origin[]) => {
    setProblem(found)
    setRefusedAs(JSON.stringify(latest.current))
    const fields: Record<string, string[]> = {}
    for (const [path, sentences] of Object.entries(found.errors))
      (fields[fieldOf(path, origins)] ??= []).push(...sentences)
    setErrors(fields)
  }, [])

  /** Stores the draft as it is now. Null when it was refused. `version` overrules the one last seen. */
  const save = useCallback(
    async (version?: number): Promise<Proposal | null> => {
      const sent = latest.current
      const { operations, origins } = operationsOf(sent, usualRule)
      const input = {
        change: sent.change,
        base: sent.base,
        reasonEn: sent.reasonEn,
        reasonUr: orNull(sent.reasonUr),
        note: orNull(sent.note),
        operations,
      }
      setSaving("saving")
      const answer = proposal
        ? await api.changeProposal(proposal.id, { ...input, version: version ?? proposal.version })
        : await create(attempt.current, input)
      setSaving("idle")
      if (!answer.ok) {
        refused(answer.problem, origins)
        return null
      }
      const fresh = answer.value.proposal
      setProblem(null)
      setErrors({})
      setRestored(false)
      setProposal(fresh)
      const named = withIdsOf(fresh, origins)
      setClean(JSON.stringify(named(sent)))
      setDraft(named)
      keptText.drop(keepAs)
      return fresh
    },
    [keepAs, proposal, refused, usualRule],
  )

  const saveByHand = useCallback(async () => {
    const fresh = await save()
    if (!fresh) return lookAtProblems()
    if (proposal) return
    const typedSince = latest.current
    setSaving("leaving")
    keptText.write(fresh.id, { draft: typedSince, version: fresh.version, at: new Date().toISOString() })
    router.replace(`/${locale}/admin/proposals/${fresh.id}` as Route, { scroll: false })
  }, [locale, proposal, router, save])

  const isOpen = proposal !== null && ["draft", "changes-requested"].includes(proposal.status)
  // After a refusal the next letter typed starts another try, not the refusal itself.
  const savesItself = isOpen && isDirty && saving === "idle" && refusedAs !== spelled && isComplete(draft)
  useEffect(() => {
    if (!savesItself) return
    const timer = setTimeout(() => void save(), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [savesItself, spelled, save])

  const leaveTo = (href: string) => {
    setSaving("leaving")
    // The guard that asks about unsaved text is taken down by the next render.
    setTimeout(() => goTo(href))
  }

  async function send() {
    const fresh = isDirty || !proposal ? await save() : proposal
    if (!fresh) return lookAtProblems()
    setSaving("sending")
    const answer = await api.submitProposal(fresh.id, fresh.version)
    if (answer.ok) return leaveTo(`/${locale}/admin/proposals/${fresh.id}`)
    setSaving("idle")
    refused(answer.problem, [])
  }

  async function discard() {
    const answer = proposal ? await api.withdrawProposal(proposal.id, proposal.version) : null
    if (answer && !answer.ok) return refused(answer.problem, [])
    keptText.drop(keepAs)
    leaveTo(`/${locale}/admin`)
  }

  /** After the draft changed in another window: puts this text over that version. */
  async function saveOver() {
    if (!proposal) return
    const found = await api.findProposal(proposal.id)
    if (found.ok) await save(found.value.proposal.version)
    else refused(found.problem, [])
  }

  function dropRestored() {
    keptText.drop(keepAs)
    setDraft(first)
    setRestored(false)
    setErrors({})
  }

  return {
    draft,
    change: setDraft,
    proposal,
    isDirty,
    saving,
    problem,
    errors,
    wasRestored,
    dropRestored,
    save: saveByHand,
    saveOver,
    send,
    discard,
  }
}

/** Leads to the list of what was refused, once it is drawn. */
function lookAtProblems(): void {
  setTimeout(() => document.getElementById("form-problems")?.focus())
}

/** The same key for every try, so a lost answer makes no second draft; a later try then carries what was typed since. */
async function create(
  attempt: { key: string; count: number },
  input: Parameters<typeof api.createProposal>[0],
): Promise<Answer<ProposalAnswer>> {
  attempt.key ||= `${randomName()}${randomName()}`
  attempt.count++
  const answer = await api.createProposal(input, attempt.key)
  if (!answer.ok || attempt.count === 1) return answer
  const { id, version } = answer.value.proposal
  return api.changeProposal(id, { ...input, base: input.base ?? undefined, version })
}

/** Hands the ids the server gave to the items that had none. */
function withIdsOf(proposal: Proposal, origins: readonly Origin[]) {
  const ids = new Map<string, string>()
  for (const [at, origin] of origins.entries()) {
    const operation = proposal.operations[at]
    if (origin.of === "item" && operation?.act === "add") ids.set(origin.key, operation.record.id)
  }
  return (draft: Draft): Draft => ({
    ...draft,
    items: draft.items.map((item) =>
      item.act === "add" && item.id === null ? { ...item, id: ids.get(item.key) ?? null } : item,
    ),
  })
}
