"use client"

import { useCallback, useEffect, useState } from "react"
import { formatMoment } from "@/components/admin/when"
import { adminWords } from "@/components/admin/words"
import { ConfirmDialog } from "@/components/form/confirm-dialog"
import { Icon } from "@/components/ui/icon"
import type { InternalEvidence as Item } from "@/lib/domain/internal-evidence"
import type { Locale } from "@/lib/i18n/locale"
import { evidenceApi } from "./api"
import { CopyLine } from "./copy-line"
import { InternalEvidenceForm } from "./internal-evidence-form"

/** What the team keeps on a commitment and never publishes; asked for by the browser, so that no page carries it. */
export function InternalEvidence({
  locale,
  commitment,
  code,
}: {
  locale: Locale
  commitment: string
  code?: string // named where several commitments stand together
}) {
  const words = adminWords(locale).admin.evidence
  const [items, setItems] = useState<Item[] | "asking" | "failed">("asking")
  const [isAdding, setAdding] = useState(false)

  const load = useCallback(async () => {
    const answer = await evidenceApi.listInternal(commitment)
    setItems(answer.ok ? answer.value.items : "failed")
  }, [commitment])
  useEffect(() => {
    let isLeft = false
    void evidenceApi.listInternal(commitment).then((answer) => {
      if (!isLeft) setItems(answer.ok ? answer.value.items : "failed")
    })
    return () => {
      isLeft = true
    }
  }, [commitment])

  return (
    <section className="mt-4 rounded-ui border border-dashed border-edge p-3">
      <h3 className="h-s flex flex-wrap items-center gap-2">
        <Icon name="lock" />
        {words.internal} {code ? <bdi>{code}</bdi> : null} <span className="tag">{words.never}</span>
      </h3>
      <p className="small muted">{words.internalText}</p>
      {items === "failed" ? (
        <p className="small mt-2" role="alert">
          {words.loadFailed}{" "}
          <button type="button" className="btn sm" onClick={() => void load()}>
            {words.tryAgain}
          </button>
        </p>
      ) : items === "asking" ? null : items.length === 0 ? (
        <p className="small mt-2">{words.none}</p>
      ) : (
        <ul className="mt-2 flex flex-col">
          {items.map((item) => (
            <Row key={item.id} locale={locale} item={item} onRemoved={load} />
          ))}
        </ul>
      )}
      {isAdding ? (
        <InternalEvidenceForm
          locale={locale}
          commitment={commitment}
          onAdded={() => {
            setAdding(false)
            void load()
          }}
          onClose={() => setAdding(false)}
        />
      ) : (
        <button type="button" className="btn sm mt-3" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {words.add}
        </button>
      )}
    </section>
  )
}

function Row({ locale, item, onRemoved }: { locale: Locale; item: Item; onRemoved: () => Promise<void> }) {
  const words = adminWords(locale).admin.evidence
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    await evidenceApi.removeInternal(item.id)
    setBusy(false)
    setAsking(false)
    await onRemoved()
  }
  return (
    <li className="flex flex-col gap-1 border-t border-rule py-2 text-sm">
      <div className="flex items-start justify-between gap-3">
        <span>
          {item.url ? (
            <a href={item.url} rel="noopener noreferrer" dir="auto">
              {item.title}
            </a>
          ) : (
            <span dir="auto">{item.title}</span>
          )}
          {item.publisher ? (
            <>
              {" · "}
              <bdi>{item.publisher}</bdi>
            </>
          ) : null}
        </span>
        {item.mayRemove ? (
          <button
            type="button"
            className="btn ghost sm"
            aria-label={`${words.remove}: ${item.title}`}
            onClick={() => setAsking(true)}
          >
            <Icon name="close" />
          </button>
        ) : null}
      </div>
      <p dir="auto" className="whitespace-pre-line">
        {item.note}
      </p>
      {item.copy ? <CopyLine locale={locale} copy={item.copy} /> : null}
      <p className="small muted">{words.addedBy(item.author, formatMoment(locale, item.addedAt, item.addedAt))}</p>
      {isAsking ? (
        <ConfirmDialog
          title={words.removeTitle}
          yes={words.remove}
          no={words.keepIt}
          isBusy={isBusy}
          onYes={() => void remove()}
          onNo={() => setAsking(false)}
        >
          <p>{words.removeText}</p>
        </ConfirmDialog>
      ) : null}
    </li>
  )
}
