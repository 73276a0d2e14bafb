"use client"

import { useEffect, useState } from "react"
import type { SharedScreen } from "@/components/views/share/scope-words"
import type { Words } from "@/components/views/share/words"
import type { ShareChart } from "@/lib/domain/share"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"

type Props = {
  locale: Locale
  words: Words
  shared: SharedScreen
  chart: ShareChart | null
  frozen: boolean
  /** The language the link opens in. */
  language: Locale
  isLocked: boolean
}

// Not next/image: the picture as chat apps get it, never cut to another size.
const Picture = "img"

/** Kept free until the picture is there, or it would push the field that is being filled in out of the window. */
const ROOM = { width: 1200, height: 630 }

type Finding = { title: string; text: string }

/**
 * What the visitor will see: the finding in words and the picture, both taken from the very page that the link opens,
 * in its language and with its clocks.
 */
export function Preview({ locale, words, shared, chart, frozen, language, isLocked }: Props) {
  const { preview } = words.links
  const [path, search] = addressOf(shared, frozen, language)
  const address = `${path}${search}`
  const [found, setFound] = useState<{ address: string; page: Document | null } | null>(null)
  const [broken, setBroken] = useState<string | null>(null)

  useEffect(() => {
    let isCurrent = true
    void fetchPage(address).then((page) => {
      if (isCurrent) setFound({ address, page })
    })
    return () => {
      isCurrent = false
    }
  }, [address])

  const isHere = found?.address === address
  const finding = isHere && found.page ? findingIn(found.page, chart) : null
  // The grid of points is no drawing of its own; its page's picture stands for it.
  const picture = `${path}/${chart === null || chart === "butterfly" ? "preview.png" : `${chart}.svg`}${search}`
  const day = formatDay(locale, shared.asOf)
  return (
    <section className="prev" aria-label={preview.title}>
      <p className="lab">{preview.title}</p>
      <div className="prev-b" lang={language} dir={language === "ur" ? "rtl" : "ltr"} aria-busy={!isHere}>
        {finding ? (
          <div className="prev-w">
            <b data-testid="finding">{finding.title}</b>
            {finding.text ? <p className="small">{finding.text}</p> : null}
          </div>
        ) : (
          <p className="small muted" role="status" lang={locale} dir={locale === "ur" ? "rtl" : "ltr"}>
            {isHere ? preview.failed : preview.wait}
          </p>
        )}
        {broken === picture ? null : (
          <Picture
            key={picture}
            src={picture}
            {...ROOM}
            alt={chart === null ? preview.picture : preview.chart}
            onError={() => setBroken(picture)}
          />
        )}
      </div>
      <p className="hint mt-1.5">
        {frozen
          ? preview.frozen(day, shared.revision)
          : preview.live(formatDay(locale, shared.query.asOf ?? shared.today))}{" "}
        {isLocked ? preview.locked : null}
      </p>
    </section>
  )
}

/** The page as the link will show it: of this page's address the clocks and the language differ. */
function addressOf(shared: SharedScreen, frozen: boolean, language: Locale): [path: string, search: string] {
  const asked = new URLSearchParams(location.search)
  asked.delete("known")
  if (frozen) {
    asked.set("asOf", shared.asOf)
    asked.set("known", String(shared.revision))
  }
  const path = location.pathname.replace(/^\/(en|ur)(?=\/|$)/, `/${language}`).replace(/\/$/, "")
  return [path, asked.size > 0 ? `?${asked}` : ""]
}

async function fetchPage(address: string): Promise<Document | null> {
  try {
    const response = await fetch(address)
    if (!response.ok) return null
    return new DOMParser().parseFromString(await response.text(), "text/html")
  } catch {
    return null
  }
}

/** The finding of a page, or of one chart of it, in the page's own words. */
function findingIn(page: Document, chart: ShareChart | null): Finding | null {
  const words = (selector: string) => page.querySelector(selector)?.textContent?.trim() ?? ""
  if (chart === "butterfly") return { title: words("#grid"), text: words("figure[aria-labelledby=grid] .sub") }
  if (chart !== null) {
    const title = page.querySelector(`svg[data-drawing="${chart}"]`)?.getAttribute("aria-label")
    return title ? { title, text: "" } : null
  }
  const title = words("main h1")
  const text = page.querySelector("meta[name=description]")?.getAttribute("content") ?? ""
  return title === ""
    ? null
    : { title, text: text.startsWith(title) ? text.slice(title.length).replace(/^[.۔\s]+/, "") : text }
}
