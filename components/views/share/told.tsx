"use client"

import { useEffect, useId, useRef, useState } from "react"
import { CopyField } from "@/components/form/copy-field"
import { Icon } from "@/components/ui/icon"
import { EMBED_HEIGHT, embedSnippet } from "@/components/views/share/embed-snippet"
import { QrCode } from "@/components/views/share/qr-code"
import { type Names, scopeLine } from "@/components/views/share/scope-words"
import type { Words } from "@/components/views/share/words"
import type { Share } from "@/lib/domain/share"
import type { Locale } from "@/lib/i18n/locale"

/**
 * What is told this once: a link's address (null where only its password is new) with everything made from it, and a
 * password that was made for it.
 */
export function Told({
  locale,
  words,
  names,
  link,
  url,
  password,
}: {
  locale: Locale
  words: Words
  names: Names
  link: Share
  url: string | null
  password: string | null
}) {
  const { share, links } = words
  const { told } = links
  const box = useRef<HTMLDivElement>(null)
  // Each field selects itself as it appears; the address is wanted first.
  useEffect(() => box.current?.querySelector("input")?.select(), [])
  const copying = { copy: share.copy, copied: share.copied }
  const secret =
    password === null ? null : (
      <div>
        <CopyField label={told.password} value={password} {...copying} />
        <p className="hint mt-1.5">{told.passwordText}</p>
      </div>
    )
  if (url === null) return secret
  const language = link.language ?? locale
  const direct = (file: string) => `${url.replace("/s/", `/${language}/s/`)}/${file}`
  const files = [
    [told.picture, direct("preview.png")] as const,
    ...(link.downloads
      ? ["csv", "xlsx", "json"].map((kind) => [kind.toUpperCase(), direct(`data.${kind}`)] as const)
      : []),
  ]
  return (
    <>
      <div className="sharebody" ref={box}>
        <div className="dlg-body content-start">
          <CopyField label={share.address} value={url} {...copying} />
          {secret}
          <p className="hint">
            <Icon name="warning" size={14} className="inline-block" /> {told.cached}
          </p>
        </div>
        <QrCode words={words} url={url} />
      </div>
      {link.sites.length > 0 ? (
        <CopyText
          words={words}
          label={told.embed}
          hint={`${told.embedText(link.sites.join(locale === "ur" ? "، " : ", "))}${link.hasPassword ? ` ${links.sites.locked}` : ""}`}
          text={embedSnippet(
            // With its language: a redirect would keep the page that shows it from saying where it stands.
            url.replace("/s/", `/${link.language ?? locale}/embed/`),
            told.embedTitle(scopeLine(locale, words, link, names)),
            EMBED_HEIGHT[link.chart ?? "screen"],
          )}
        />
      ) : null}
      <div>
        <p className="lab">{told.direct}</p>
        <ul className="direct">
          {files.map(([name, address]) => (
            <li key={name}>
              <a href={address} target="_blank" rel="noopener noreferrer">
                {name}
              </a>
            </li>
          ))}
        </ul>
        <p className="hint">{told.directText}</p>
      </div>
    </>
  )
}

/** Several lines ready to be copied. */
function CopyText({
  words: { share },
  label,
  hint,
  text,
}: {
  words: Words
  label: string
  hint: string
  text: string
}) {
  const [isCopied, setCopied] = useState(false)
  const id = useId()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // Without leave to write there, what is selected can still be copied by hand.
      const field = document.getElementById(id)
      if (field instanceof HTMLTextAreaElement) field.select()
    }
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="relative">
        <textarea
          className="in mono codein"
          id={id}
          readOnly
          dir="ltr"
          rows={5}
          spellCheck={false}
          value={text}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className="btn sm mt-1.5" aria-live="polite" onClick={copy}>
          {isCopied ? share.copied : share.copy}
        </button>
      </div>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
    </div>
  )
}
