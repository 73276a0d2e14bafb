"use client"

import type { Route } from "next"
import { useRouter } from "next/navigation"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { type Answer, api, type Problem, type ProposalAnswer } from "@/components/form/client"
import { goTo } from "@/components/form/go-to"
import { useUnsavedGuard } from "@/components/form/unsaved-guard"
import type { Proposal } from "@/lib/domain/proposal"
import type { Locale } from "@/lib/i18n/locale"
import { formApi } from "./api"
import { randomName } from "./draft"
import { type KeptText, keptText } from "./kept-text"
import { type OpenedDraft, useKept } from "./use-kept"

const SAVE_AFTER_MS = 2000

export type Saving = "idle" | "saving" | "sending" | "leaving"

/** What one kind of form knows of its own drafts; the keeping, saving and sending is the same for all. */
export type FormModel<D> = {
  /** In lists of drafts. */
  titleOf: (draft: D) => string
  isComplete: (draft: D) => boolean
  /** Stores it as a new proposal; the same key makes a repeated try harmless. */
  create: (draft: D, key: string) => Promise<Answer<ProposalAnswer>>
  change: (stored: Proposal, draft: D, version: number) => Promise<Answer<ProposalAnswer>>
  /** The field of the form that a refused path of the sent draft belongs to. */
  fieldOf: (path: string, sent: D) => string
  /** The draft with what the server named in it: ids of new records. */
  named: (draft: D, sent: D, stored: Proposal) => D
  /** As it is kept; small where the stored proposal says the same. */
  packed: (draft: D) => Record<string, unknown>
  /** `isMoved`: it was typed over another version than the stored one. */
  unpacked: (content: Record<string, unknown>, isMoved: boolean) => D
}

/** What is kept beside the text: the version of the stored proposal it was typed over, and the key of its creation. */
type Kept = { text: Record<string, unknown>; over: number | null; key: string }

/**
 * A draft being typed: kept on the server and in this browser while it is not a stored proposal, stored by itself once
 * it has been stored by hand, never lost to a refusal. `stored` is null for a new proposal; `form` names what is
 * written and about what, `keepAs` names it in this browser, `opened` is what the server had kept of it.
 */
export function useDraft<D>({
  locale,
  model,
  initial,
  stored,
  form,
  keepAs,
  opened,
  askedOf,
}: {
  locale: Locale
  model: FormModel<D>
  initial: D
  stored: Proposal | null
  form: string
  keepAs: string
  opened: OpenedDraft | null
  askedOf: (draft: D) => string | null
}) {
  const router = useRouter()
  // The page may be asked again for more commitments; what this draft began as stays.
  const [first] = useState(initial)
  const [found] = useState(opened)
  const [draft, setDraft] = useState(() => (found ? unpacked(model, found.content, stored) : first))
  const [proposal, setProposal] = useState(stored)
  const [over, setOver] = useState(() => (found ? kept(found.content).over : (stored?.version ?? null)))
  const [clean, setClean] = useState(() => JSON.stringify(first))
  const [saving, setSaving] = useState<Saving>("idle")
  const [problem, setProblem] = useState<Problem | null>(null)
  const [errors, setErrors] = useState<Record<string, string[]>>({})
  const [refusedAs, setRefusedAs] = useState("")
  const [effect, setEffect] = useState<ProposalAnswer["effect"] | null>(null)
  const [wasRestored, setRestored] = useState(found !== null)
  const [elsewhere, setElsewhere] = useState<KeptText | null>(null)
  const [attempt, setAttempt] = useState(() => attemptOf(found?.content))
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  })
  const spelled = useMemo(() => JSON.stringify(draft), [draft])
  const isDirty = spelled !== clean

  const content = useMemo(
    () => ({ text: model.packed(draft), over, key: attempt.key }),
    [model, draft, over, attempt.key],
  )
  const isOff = saving === "leaving"
  const keeping = useKept({ form, keepAs, title: model.titleOf(draft), content, isDirty, isOff, opened: found })
  useUnsavedGuard(isDirty && !isOff && keeping.place === "nowhere")

  const restore = useCallback(
    (text: KeptText) => {
      setDraft(unpacked(model, text.content, stored))
      setOver(kept(text.content).over)
      setAttempt(attemptOf(text.content))
      setRestored(true)
      setElsewhere(null)
    },
    [model, stored],
  )

  const hasLooked = useRef(false)
  useEffect(() => {
    const here = hasLooked.current ? null : keptText.read(keepAs)
    if (!here) return
    // What this browser kept can only be read after the page has come alive, and is read once.
    const timer = setTimeout(() => {
      hasLooked.current = true
      // Typed over what the server has: newer than it. Otherwise the server's moved on in another browser.
      if (here.version === (found?.version ?? null)) restore(here)
      else setElsewhere(here)
    })
    return () => clearTimeout(timer)
  }, [keepAs, found, restore])

  const refused = useCallback(
    (found: Problem, sent: D | null) => {
      setProblem(found)
      setRefusedAs(JSON.stringify(latest.current))
      const fields: Record<string, string[]> = {}
      for (const [path, sentences] of Object.entries(found.errors))
        (fields[sent === null ? path : model.fieldOf(path, sent)] ??= []).push(...sentences)
      setErrors(fields)
    },
    [model],
  )

  const { drop } = keeping
  /** Stores the draft as it is now. Null when it was refused. `version` overrules the one last seen. */
  const save = useCallback(
    async (version?: number): Promise<Proposal | null> => {
      const sent = latest.current
      setSaving("saving")
      const key = attempt.key || `${randomName()}${randomName()}`
      setAttempt({ key, count: attempt.count + 1 })
      const answer = proposal
        ? await model.change(proposal, sent, version ?? over ?? proposal.version)
        : await create(model, sent, key, attempt.count > 0)
      setSaving("idle")
      if (!answer.ok) {
        refused(answer.problem, sent)
        return null
      }
      const fresh = answer.value.proposal
      setProblem(null)
      setErrors({})
      setRestored(false)
      setProposal(fresh)
      setOver(fresh.version)
      setEffect(answer.value.effect)
      setClean(JSON.stringify(model.named(sent, sent, fresh)))
      setDraft((draft) => model.named(draft, sent, fresh))
      await drop(false)
      return fresh
    },
    [attempt, drop, model, over, proposal, refused],
  )

  const leaveTo = useCallback((href: string) => {
    setSaving("leaving")
    // The guard that asks about unsaved text is taken down by the next render.
    setTimeout(() => goTo(href))
  }, [])

  const isComplete = model.isComplete(draft)
  /** By hand: as a proposal where it is complete, else as it is. Whether it went well. */
  const saveByHand = useCallback(async (): Promise<Proposal | null> => {
    if (!isComplete) {
      await keeping.keep()
      return null
    }
    const fresh = await save()
    if (!fresh) lookAtProblems()
    else if (!proposal) {
      setSaving("leaving")
      router.replace(`/${locale}/admin/proposals/${fresh.id}` as Route, { scroll: false })
    }
    return fresh
  }, [isComplete, keeping, locale, proposal, router, save])

  const isOpen = proposal !== null && ["draft", "changes-requested"].includes(proposal.status)
  // After a refusal the next letter typed starts another try, not the refusal itself.
  const savesItself = isOpen && isDirty && saving === "idle" && refusedAs !== spelled && isComplete
  useEffect(() => {
    if (!savesItself) return
    const timer = setTimeout(() => void save(), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [savesItself, spelled, save])

  async function send() {
    const fresh = isDirty || !proposal || proposal.status === "submitted" ? await save() : proposal
    if (!fresh) return lookAtProblems()
    setSaving("sending")
    const answer = await formApi.submit(fresh.id, fresh.version, askedOf(latest.current))
    if (answer.ok) {
      await drop(true)
      return leaveTo(`/${locale}/admin/proposals/${fresh.id}`)
    }
    setSaving("idle")
    refused(answer.problem, null)
  }

  async function discard() {
    const answer = proposal ? await api.withdrawProposal(proposal.id, proposal.version) : null
    if (answer && !answer.ok) return refused(answer.problem, null)
    await drop(true)
    leaveTo(`/${locale}/admin`)
  }

  /** After the draft changed in another window: puts this text over that version. */
  async function saveOver() {
    if (problem?.code !== "conflict" || !proposal) return keeping.keepOver()
    const found = await api.findProposal(proposal.id)
    if (found.ok) await save(found.value.proposal.version)
    else refused(found.problem, null)
  }

  async function dropRestored() {
    setDraft(first)
    setOver(proposal?.version ?? null)
    setRestored(false)
    setErrors({})
    setProblem(null)
    await drop(false)
  }

  return {
    draft,
    change: setDraft,
    proposal,
    effect,
    isDirty,
    isComplete,
    saving,
    place: keeping.place,
    keptAt: keeping.keptAt,
    problem: problem ?? keeping.problem,
    errors,
    wasRestored,
    elsewhere,
    showElsewhere: () => elsewhere && restore(elsewhere),
    dropRestored,
    save: saveByHand,
    retry: () => (problem ? save() : keeping.keep()),
    saveOver,
    send,
    discard,
    leaveTo,
  }
}

/** A draft as a form has it in hand. */
export type Editing<D> = ReturnType<typeof useDraft<D>>

const kept = (content: Record<string, unknown>) => content as unknown as Kept

/** The creation that was under way when this was kept: its answer may have been lost. */
function attemptOf(content: Record<string, unknown> | undefined): { key: string; count: number } {
  const key = content ? kept(content).key : ""
  return { key, count: key === "" ? 0 : 1 }
}

const unpacked = <D>(model: FormModel<D>, content: Record<string, unknown>, stored: Proposal | null): D =>
  model.unpacked(kept(content).text, kept(content).over !== (stored?.version ?? null))

/** Leads to the list of what was refused, once it is drawn. */
function lookAtProblems(): void {
  setTimeout(() => document.getElementById("form-problems")?.focus())
}

/** The same key for every try, so a lost answer makes no second draft; a later try then carries what was typed since. */
async function create<D>(model: FormModel<D>, sent: D, key: string, isAgain: boolean): Promise<Answer<ProposalAnswer>> {
  const answer = await model.create(sent, key)
  if (!answer.ok || !isAgain) return answer
  const { proposal } = answer.value
  return model.change(proposal, sent, proposal.version)
}
