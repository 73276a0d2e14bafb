"use client"

import { type ReactNode, useEffect, useId, useRef, useState } from "react"
import type { Problem } from "@/components/form/client"
import { Icon } from "@/components/ui/icon"
import { CopyAddress } from "@/components/views/point/copy-address"
import { askWho, listLinks, type Me } from "@/components/views/share/api"
import { Failure } from "@/components/views/share/failure"
import { LinkList } from "@/components/views/share/link-list"
import { NewLink } from "@/components/views/share/new-link"
import { scopeLine, type SharedScreen } from "@/components/views/share/scope-words"
import { type Words, wordsOf } from "@/components/views/share/words"
import type { Share, ShareChart } from "@/lib/domain/share"
import type { Locale } from "@/lib/i18n/locale"

type Props = { locale: Locale; shared: SharedScreen; chart: ShareChart | null; close: () => void }

/** Makes links to the view behind it and lists the person's own. A modal dialog of the browser: it traps and returns focus. */
export default function ShareDialog({ locale, shared, chart, close }: Props) {
  const words = wordsOf(locale)
  const { share, links } = words
  const [me, setMe] = useState<Me | Problem | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()

  useEffect(() => {
    dialog.current?.showModal()
    void askWho().then((answer) => setMe(answer.ok ? answer.value : answer.problem))
  }, [])

  return (
    <dialog
      ref={dialog}
      className="dlg shr modal"
      aria-labelledby={title}
      onClose={(event) => {
        // A question in front of this dialog closes by itself; its close arrives here too.
        if (event.target === dialog.current) close()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <div className="hd">
        <div>
          <h2 id={title}>{chart === null ? share.title : links.chartTitle}</h2>
          <p className="small muted mt-1">{scopeLine(locale, words, { ...shared, chart }, shared)}</p>
        </div>
        <button type="button" className="btn ghost" aria-label={share.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      {me === null ? (
        <p role="status">{share.wait}</p>
      ) : "code" in me ? (
        <Failure words={words} problem={me} />
      ) : me.person === null ? (
        <SignInFirst locale={locale} words={words} />
      ) : (
        <Tabs
          locale={locale}
          shared={shared}
          chart={chart}
          words={words}
          mayNever={me.person.role === "admin"}
          close={() => dialog.current?.close()}
        />
      )}
    </dialog>
  )
}

/** What anybody can do, the page's own address; a link of one's own takes a sign-in. */
function SignInFirst({ locale, words: { share } }: { locale: Locale; words: Words }) {
  const next = encodeURIComponent(location.pathname + location.search)
  const address = location.origin + location.pathname + location.search
  return (
    <>
      <p>{share.anybody.text}</p>
      <div className="copy" dir="ltr">
        <span className="mono">{address}</span>
        <CopyAddress address={address} copy={share.anybody.copy} copied={share.copied} />
      </div>
      {"share" in navigator ? (
        <div className="acts">
          <button
            type="button"
            className="btn"
            // Somebody who closes the browser's own dialog has not met a fault.
            onClick={() => void navigator.share({ title: document.title, url: address }).catch(() => undefined)}
          >
            <Icon name="share" />
            {share.anybody.send}
          </button>
        </div>
      ) : null}
      <hr className="border-rule" />
      <p className="small muted">{share.signIn.text}</p>
      <div className="acts">
        <a className="btn" href={`/${locale}/sign-in?next=${next}`}>
          {share.signIn.action}
        </a>
      </div>
    </>
  )
}

type TabsProps = Props & { words: Words; mayNever: boolean }

function Tabs({ locale, shared, chart, words, mayNever, close }: TabsProps) {
  const { share } = words
  const [tab, setTab] = useState<"new" | "existing">("new")
  const [links, setLinks] = useState<Share[] | Problem | null>(null)
  const id = useId()

  useEffect(() => {
    let isCurrent = true
    void listLinks().then((answer) => {
      if (isCurrent) setLinks(answer.ok ? answer.value.filter((link) => link.mine) : answer.problem)
    })
    return () => {
      isCurrent = false
    }
  }, [])

  const list = Array.isArray(links) ? links : []
  const names = { new: share.newLink, existing: share.existing }
  const choose = (to: typeof tab) => {
    setTab(to)
    document.getElementById(`${id}-${to}`)?.focus()
  }
  const panels: Record<typeof tab, ReactNode> = {
    new: (
      <NewLink
        locale={locale}
        shared={shared}
        chart={chart}
        words={words}
        mayNever={mayNever}
        close={close}
        onMade={(made) => setLinks([made, ...list])}
      />
    ),
    existing:
      links === null ? (
        <p role="status">{share.wait}</p>
      ) : Array.isArray(links) ? (
        <LinkList
          locale={locale}
          words={words}
          names={shared}
          links={links}
          onChange={(changed) => setLinks(links.map((link) => (link.id === changed.id ? changed : link)))}
        />
      ) : (
        <Failure words={words} problem={links} />
      ),
  }
  return (
    <>
      <div
        className="tabs"
        role="tablist"
        onKeyDown={({ key }) => {
          if (key === "ArrowLeft" || key === "ArrowRight") choose(tab === "new" ? "existing" : "new")
        }}
      >
        {(["new", "existing"] as const).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${id}-${each}`}
            aria-selected={tab === each}
            aria-controls={`${id}-${each}-panel`}
            tabIndex={tab === each ? 0 : -1}
            onClick={() => setTab(each)}
          >
            {names[each]}
            {each === "existing" && Array.isArray(links) ? <span className="ct num">{links.length}</span> : null}
          </button>
        ))}
      </div>
      {(["new", "existing"] as const).map((each) => (
        <div
          key={each}
          id={`${id}-${each}-panel`}
          role="tabpanel"
          aria-labelledby={`${id}-${each}`}
          hidden={tab !== each}
        >
          {panels[each]}
        </div>
      ))}
    </>
  )
}
