"use client"

import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import { Segments } from "@/components/form/segments"
import type { Share } from "@/lib/domain/share"
import type { Locale } from "@/lib/i18n/locale"
import { LinkItem } from "./link-item"

type Kind = "all" | "live" | "frozen"

/** One's links (an admin sees everybody's), those that still open first. */
export function LinksList({
  locale,
  shares: given,
  scopes,
}: {
  locale: Locale
  shares: Share[]
  scopes: Record<string, string>
}) {
  const words = adminWords(locale).admin.links
  const [shares, setShares] = useState(given)
  const [kind, setKind] = useState<Kind>("all")
  const [said, setSaid] = useState("")
  const shown = shares.filter((it) => kind === "all" || (it.known === null) === (kind === "live"))
  const isOver = (it: Share) => it.state === "revoked" || it.state === "expired"
  const count = (state: Share["state"]) => shares.filter((it) => it.state === state).length
  const items = (list: Share[]) => (
    <ul>
      {list.map((share) => (
        <LinkItem
          key={share.id}
          locale={locale}
          share={share}
          scope={scopes[share.id] ?? ""}
          onChanged={(fresh) => setShares((before) => before.map((it) => (it.id === fresh.id ? fresh : it)))}
          onSaid={setSaid}
        />
      ))}
    </ul>
  )
  const [open, over] = [shown.filter((it) => !isOver(it)), shown.filter(isOver)]
  return (
    <>
      <div className="sum4">
        {(["active", "paused", "expired", "revoked"] as const).map((state) => (
          <span key={state} className="sm">
            <b className="num">{count(state)}</b>
            {words.states[state]}
          </span>
        ))}
      </div>
      <div className="fbar mt-4 mb-1! flex!">
        <Segments<Kind>
          label={words.filter}
          hidesLabel
          value={kind}
          onChange={setKind}
          options={[
            { value: "all", label: words.all },
            { value: "live", label: words.live },
            { value: "frozen", label: words.frozen },
          ]}
        />
        <p className="small" role="status">
          {said}
        </p>
      </div>
      {shown.length === 0 ? <p className="py-6">{words.empty}</p> : items(open)}
      {over.length > 0 ? (
        <details className="mt-6">
          <summary>
            {words.ended} ({over.length})
          </summary>
          {items(over)}
        </details>
      ) : null}
    </>
  )
}
