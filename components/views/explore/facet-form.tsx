import { type FormEvent, memo } from "react"
import { Carried } from "@/components/form/carried"
import { Icon } from "@/components/ui/icon"
import { Panel } from "@/components/views/controls/panel"
import type { ExploreNames } from "@/lib/domain/views/explore"
import {
  COLUMNS,
  type Choose,
  type ExploreChoice,
  type FacetCount,
  type Found,
  LONGEST_SEARCH,
  NOTHING_CHOSEN,
  sortOf,
  toggled,
  USUAL_COLUMNS,
} from "@/lib/domain/views/explore-choice"
import { type ExploreFacet, FACET_NAMES } from "@/lib/domain/views/explore-facets"
import type { Locale } from "@/lib/i18n/locale"
import { OrderChoice } from "./order-choice"
import { filled, valueWords } from "./value-words"
import type { ExploreWords } from "./words"

/** What one asks first; the rest waits behind a button. */
const FIRST: readonly ExploreFacet[] = ["track", "points", "finding", "claim", "gap", "checked"]
const rest = FACET_NAMES.filter((facet) => !FIRST.includes(facet))

type FormProps = {
  locale: Locale
  words: ExploreWords
  names: ExploreNames
  counts: Found["counts"]
  choice: ExploreChoice
  action: string
  /** The question's own parameters, without track and points. */
  carried: readonly (readonly [string, string])[]
  address: (choice: ExploreChoice) => string
  choose: Choose
  search: (q: string) => void
}

/**
 * Search, facets and columns: one GET form that works without scripts. With them every change counts at once, and the
 * form is only where the choices are made.
 */
export function FacetForm({ choose, search, ...props }: FormProps) {
  const { locale, words, names, choice, action, carried, address } = props
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const input = event.target
    if (input instanceof HTMLSelectElement) return choose((now) => ({ ...now, sort: sortOf(input.value), after: null }))
    if (!(input instanceof HTMLInputElement)) return
    const { name, value } = input
    if (name === "q") return search(value.slice(0, LONGEST_SEARCH))
    const columns = name === "columns" ? chosenColumns(event.currentTarget) : null
    choose((now) => (columns ? { ...now, columns } : toggled(now, name as ExploreFacet, value)))
  }
  const panel = (facet: ExploreFacet) => (
    <FacetPanel
      key={facet}
      {...{ locale, words, names, facet }}
      counts={props.counts[facet]}
      chosen={choice.facets[facet] ?? NONE}
    />
  )
  return (
    <form
      className="xf"
      action={action}
      role="search"
      aria-label={words.form}
      onInput={onChange}
      onSubmit={(event) => event.preventDefault()}
    >
      <Carried pairs={carried} />
      <div className="field">
        <label htmlFor="explore-q">{words.search}</label>
        <div className="xf-q">
          <input
            id="explore-q"
            className="in"
            type="search"
            name="q"
            defaultValue={choice.q}
            placeholder={words.example}
            maxLength={LONGEST_SEARCH}
            aria-describedby="explore-hint"
            aria-keyshortcuts="/"
            autoComplete="off"
          />
          <button className="btn [@media(scripting:enabled)]:hidden!">{words.apply}</button>
        </div>
        <p className="hint" id="explore-hint">
          {words.searchHint} <span className="max-[820px]:hidden">{words.slashHint}</span>
        </p>
      </div>
      <div className="xf-bar">
        {FIRST.map(panel)}
        <details className="xf-more" open={rest.some((facet) => choice.facets[facet])} suppressHydrationWarning>
          <summary className="btn ghost">
            {words.more}
            <Icon name="plus" />
          </summary>
          {rest.map(panel)}
        </details>
        <Panel label={words.columnsButton} icon="table" look="btn" wide>
          <fieldset className="xf-values">
            <legend className="vh">{words.showColumns}</legend>
            {COLUMNS.map((column) => (
              <label key={column}>
                <Box name="columns" value={column} checked={choice.columns.includes(column)} />
                <span>{words.columns[column]}</span>
              </label>
            ))}
          </fieldset>
        </Panel>
      </div>
      <OrderChoice words={words} choice={choice} />
      <Chosen {...{ locale, words, names, choice, address, choose }} />
    </form>
  )
}

/** The form hears what is ticked. */
const Box = (props: { name: string; value: string; checked: boolean }) => (
  <input type="checkbox" {...props} onChange={() => undefined} />
)

function chosenColumns(form: HTMLFormElement) {
  const ticked = new Set(new FormData(form).getAll("columns"))
  const columns = COLUMNS.filter((column) => ticked.has(column))
  return columns.length > 0 ? columns : USUAL_COLUMNS
}

type PanelProps = Pick<FormProps, "locale" | "words" | "names"> & {
  facet: ExploreFacet
  counts: FacetCount[]
  chosen: readonly string[]
}
const NONE: readonly string[] = []

/** Drawn again only when its own values change, not at every letter of the search. */
const FacetPanel = memo(function FacetPanel({ locale, words, names, facet, counts, chosen }: PanelProps) {
  const values = counts.filter(({ count, value }) => count > 0 || chosen.includes(value))
  return (
    <Panel
      wide
      look="btn ghost"
      label={
        <>
          {words.facets[facet]}
          {chosen.length > 0 ? <b className="xf-n num">{chosen.length}</b> : null}
        </>
      }
    >
      <fieldset className="xf-values">
        <legend className="vh">{words.facets[facet]}</legend>
        {values.map(({ value, count }) => (
          <label key={value}>
            <Box name={facet} value={value} checked={chosen.includes(value)} />
            <span>{valueWords(locale, words, names, facet, value)}</span>
            <span className="num muted" data-count={count}>
              {count}
            </span>
          </label>
        ))}
      </fieldset>
      <button className="btn mt-3 [@media(scripting:enabled)]:hidden!">{words.apply}</button>
    </Panel>
  )
})

/** What the table is narrowed to; each can be taken back. */
function Chosen(props: Omit<FormProps, "action" | "carried" | "counts" | "search">) {
  const { locale, words, names, choice, address, choose } = props
  const items = FACET_NAMES.flatMap((facet) => (choice.facets[facet] ?? []).map((value) => ({ facet, value })))
  if (items.length === 0 && choice.q === "") return null
  const link = (step: (now: ExploreChoice) => ExploreChoice) => ({
    href: address(step(choice)),
    onClick: (event: { preventDefault: () => void }) => {
      event.preventDefault()
      choose(step)
    },
  })
  return (
    <div className="chips">
      {items.length > 0 ? <span className="small muted">{words.chosen}</span> : null}
      {items.map(({ facet, value }) => {
        const what = `${words.facets[facet]}: ${valueWords(locale, words, names, facet, value)}`
        return (
          <a
            key={`${facet}/${value}`}
            className="pill no-underline"
            title={filled(words.remove, { what })}
            {...link((now) => toggled(now, facet, value))}
          >
            {what}
            <Icon name="close" />
          </a>
        )
      })}
      <a className="small" {...link((now) => ({ ...NOTHING_CHOSEN, sort: now.sort, columns: now.columns }))}>
        {words.clear}
      </a>
    </div>
  )
}
