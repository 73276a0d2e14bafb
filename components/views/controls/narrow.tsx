import { Carried } from "@/components/form/carried"
import { Icon } from "@/components/ui/icon"
import { RegionSelect } from "@/components/views/controls/region-select"
import { Segment } from "@/components/views/controls/segment"
import { SubmitOnChange } from "@/components/views/controls/submit-on-change"
import { formOf, type Narrowing } from "@/components/views/controls/words"
import type { Hrefs } from "@/components/views/hrefs"
import { LANES, TRACKS } from "@/lib/domain/scale"
import type { Frame } from "@/lib/domain/views/overview"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type Props = { locale: Locale; view: Frame; hrefs: Hrefs }

export function LaneChoice({ locale, view, hrefs }: Props) {
  const { controls, terms } = messages(locale)
  return (
    <div className="field">
      <span className="lab">{controls.lane}</span>
      <Segment
        label={controls.lane}
        choices={LANES.map((lane) => ({
          words: terms.lane[lane],
          href: hrefs.here({ lane, grid: null }),
          chosen: lane === view.lane,
        }))}
      />
    </div>
  )
}

export function TrackChoice({ locale, view, hrefs }: Props) {
  const { controls, terms } = messages(locale)
  return (
    <div className="field">
      <span className="lab">{controls.track}</span>
      <Segment
        label={controls.track}
        choices={[null, ...TRACKS].map((track) => ({
          words: track === null ? controls.bothTracks : terms.track[track],
          href: hrefs.here({ track }),
          chosen: track === view.track,
        }))}
      />
    </div>
  )
}

export function RegionChoice({ locale, view, hrefs, id }: Props & { id: string }) {
  const { controls } = messages(locale)
  const form = formOf(hrefs.here({ region: null }))
  if (form === null) return null
  return (
    <form action={form.action} className="field">
      <Carried pairs={form.carried} />
      <label htmlFor={id}>{controls.region}</label>
      <div className="flex gap-2">
        <SubmitOnChange>
          <RegionSelect {...{ locale, id }} regions={view.regions} chosen={view.region?.id ?? null} />
        </SubmitOnChange>
        <button className="btn [@media(scripting:enabled)]:hidden!" type="submit">
          {controls.show}
        </button>
      </div>
    </form>
  )
}

/** What the view has been narrowed to; each can be taken back. */
export function Narrowed({ locale, items }: { locale: Locale; items: Narrowing[] }) {
  const { controls } = messages(locale)
  return (
    <div className="chips">
      <span className="small muted">{controls.narrowedTo}</span>
      {items.map(({ words, removeHref }) =>
        removeHref === null ? (
          <span key={words} className="pill">
            {words}
          </span>
        ) : (
          <a key={words} className="pill no-underline" href={removeHref} title={controls.remove(words)}>
            {words}
            <Icon name="close" />
          </a>
        ),
      )}
    </div>
  )
}
