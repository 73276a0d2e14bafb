"use client"

import { useState } from "react"
import type { Problem } from "@/components/form/client"
import { revokeAllOf } from "@/components/views/share/api"
import { Failure } from "@/components/views/share/failure"
import { RevokeDialog } from "@/components/views/share/revoke-dialog"
import type { Words } from "@/components/views/share/words"
import type { Share } from "@/lib/domain/share"

/** Ends every open link of one person; `name` null is the reader's own self. */
export function RevokeAll({
  words,
  links,
  person,
  name,
  onRevoked,
}: {
  words: Words
  links: Share[]
  person: string
  name: string | null
  onRevoked: (count: number) => void
}) {
  const { register } = words.links
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const count = links.length

  const revoke = async () => {
    setBusy(true)
    const answer = await revokeAllOf(person)
    setBusy(false)
    setAsking(false)
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) onRevoked(answer.value.revoked)
  }

  return (
    <div className="my-3">
      <button type="button" className="btn sm danger" onClick={() => setAsking(true)}>
        {name === null ? register.revokeMine(count) : register.revokeAll(name, count)}
      </button>
      {problem ? <Failure words={words} problem={problem} /> : null}
      {isAsking ? (
        <RevokeDialog
          {...{ words, links, isBusy }}
          title={name === null ? register.revokeMineTitle(count) : register.revokeAllTitle(name, count)}
          onNo={() => setAsking(false)}
          onYes={() => void revoke()}
        />
      ) : null}
    </div>
  )
}
