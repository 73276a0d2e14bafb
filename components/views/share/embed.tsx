import { EmbedBody } from "@/components/views/share/embed-body"
import { embedTitle } from "@/components/views/share/embed-words"
import { chartOf } from "@/components/views/share/link-chart"
import type { CitationView } from "@/lib/domain/citation-style"
import type { ShareChart } from "@/lib/domain/share"
import { dayOf } from "@/lib/domain/date"
import type { SharedView } from "@/lib/domain/views/shared"
import { formatDay } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

export type EmbedTheme = "light" | "dark" | "auto"

/** The look an address asks for; that of the reader's device where it asks for none. */
export const embedTheme = (asked: unknown): EmbedTheme => (asked === "light" || asked === "dark" ? asked : "auto")

/** A view without what only the page of a link says of it. */
export type Shown = Pick<SharedView, "query"> &
  { [S in SharedView["screen"]]: Pick<Extract<SharedView, { screen: S }>, "screen" | "view"> }[SharedView["screen"]]

/**
 * A view, or one chart of it, inside another site's page: the finding, drawing and table, when and by whom, and the way
 * back. Needs no script; the one it has tells the page around it how tall it is.
 */
export function Embed({
  locale,
  shared,
  chart,
  kind,
  theme,
  back,
  cite,
}: {
  locale: Locale
  shared: Shown
  chart: ShareChart | null
  /** A frozen copy; a public view whose address names a revision; or one that follows the record. */
  kind: "frozen" | "pinned" | "live"
  theme: EmbedTheme
  /** Where the site's name leads: the page that this is a part of. */
  back: string
  /** What a public view is cited by; a link leads nowhere else. */
  cite?: CitationView | undefined
}) {
  const { cite: words, site } = messages(locale)
  return (
    <article id="main" className="embed" data-theme={theme === "auto" ? undefined : theme}>
      {chart === null ? null : <p className="small muted">{chartOf({ locale, shared, chart, hrefs: null }).about}</p>}
      <h1>{embedTitle(locale, shared, chart)}</h1>
      <EmbedBody locale={locale} shared={shared} chart={chart} />
      <footer>
        {shared.view.provisional > 0 ? <span className="tag">{site.provisional.title}</span> : null}
        <span>{clocksOf(locale, shared, kind)}</span>
        {cite ? (
          <a href={cite.url} target="_blank" rel="noopener" title={words.permanent}>
            {words.id}{" "}
            <bdi className="mono" dir="ltr">
              {cite.id}
            </bdi>
          </a>
        ) : null}
        <a href={back} target="_blank" rel="noopener">
          <svg viewBox="0 0 26 26" width="16" height="16" aria-hidden="true" fill="none">
            <path d="M2 17h6v-7h7V4h9" style={{ stroke: "var(--kin)", strokeWidth: 3.5 }} />
            <path d="M2 22h11v-5h11" style={{ stroke: "var(--non)", strokeWidth: 3.5 }} />
          </svg>
          {site.name}
        </a>
      </footer>
      <script data-keep="" dangerouslySetInnerHTML={{ __html: TELL_HEIGHT }} />
    </article>
  )
}

function clocksOf(locale: Locale, { view }: Shown, kind: "frozen" | "pinned" | "live"): string {
  const { share, embedding } = messages(locale)
  const [day, published] = [formatDay(locale, view.asOf), formatDay(locale, dayOf(view.publishedAt))]
  if (kind === "live") return share.embed.live(day, view.revision)
  if (kind === "pinned") return embedding.pinned(day, view.revision, published)
  return `${share.embed.frozen(day, view.revision, published)} ${share.page.changes(view.changesSince)}`
}

// One constant text, so that its hash can stand in the content policy. It reads and keeps nothing. Fonts that come late
// change the height as an opened table does; the page around may begin to listen only once the frame has loaded.
const TELL_HEIGHT = `(()=>{if(parent===window)return;const e=document.querySelector(".embed"),t=()=>parent.postMessage({type:"nap-embed",height:Math.ceil(e.getBoundingClientRect().height)},"*");t();addEventListener("load",t);document.fonts&&document.fonts.ready.then(t);window.ResizeObserver&&new ResizeObserver(t).observe(e)})()`
