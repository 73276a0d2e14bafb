"use client"

import {
  memo,
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react"
import { CompositionBar } from "@/components/ui/composition-bar"
import type { ExploreNames, ExploreRow } from "@/lib/domain/views/explore"
import {
  choiceParams,
  compositionOf,
  type Choose,
  type ExploreChoice,
  explored,
  type Found,
  pageOf,
  readAhead,
  ROWS_PER_PAGE,
} from "@/lib/domain/views/explore-choice"
import type { Band } from "@/lib/domain/indices"
import type { Lane, Level } from "@/lib/domain/scale"
import type { Locale } from "@/lib/i18n/locale"
import { exploreAddress } from "./address"
import { ExploreTable } from "./explore-table"
import { FacetForm } from "./facet-form"
import { keepEntrance } from "./keys"
import { useAddress, useSlash } from "./use-address"
import { filled } from "./value-words"
import type { ExploreWords } from "./words"

export type PanelProps = {
  locale: Locale
  words: ExploreWords
  lane: Lane
  year: number
  path: string
  carried: readonly (readonly [string, string])[]
  /** The same with both clocks set: the next page is of the same answer, whatever is published in between. */
  pinned: readonly (readonly [string, string])[]
  /** Where all rows are to be had: the API's answer to this page's question at this page's revision. */
  source: string
  points: Record<string, string>
  names: ExploreNames
  choice: ExploreChoice
  /** What the server found: the page of rows to show, and what is told of all of them. */
  first: Shown
  /** How many commitments there are, whatever is chosen. */
  all: number
}
type Place = { total: number; from: number; next: string | null; previous: string | null }
type Shown = { rows: ExploreRow[]; counts: Found["counts"]; composition: ReturnType<typeof compositionOf> } & Place

const Table = memo(ExploreTable)
const Form = memo(FacetForm)
/** Rows read for searching between two breaths of the browser: some 10 ms of work at a quarter of the speed. */
const ROWS_READ = 100

/**
 * Search, facets and a page of rows. It works as a form and links; once the browser holds all rows, every choice is
 * answered on the spot, never more than one page of them drawn, and the address follows.
 */
export function ExplorePanel({
  path,
  carried,
  pinned,
  source,
  first,
  all,
  choice: asked,
  names,
  ...parts
}: PanelProps) {
  const { locale, words, lane } = parts
  const [items, setItems] = useState<ExploreRow[] | null>(null)
  const [isLost, setIsLost] = useState(false)
  const [choice, choose] = useState(asked)
  // The first words wait until every row is read, a few at a time: reading them all at once would hold up the next letter.
  const [isRead, setIsRead] = useState(false)
  const calm = useDeferredValue(isRead || choice.q === "" ? choice : asked)
  // A letter is on the screen already, so everything that follows from it may wait for the next one.
  const [isSearching, startSearching] = useTransition()
  const search = useCallback((q: string) => startSearching(() => choose((now) => ({ ...now, q, after: null }))), [])
  const form = useRef<HTMLDivElement>(null)
  const typed = useRef(asked.q)

  useEffect(() => {
    const leaving = new AbortController()
    fetch(source, { signal: leaving.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(answer.statusText)
        const { items: all } = (await answer.json()) as { items: ExploreRow[] }
        startTransition(() => setItems(all))
      })
      .catch(() => leaving.signal.aborted || setIsLost(true))
    return () => leaving.abort()
  }, [source])

  const address = useCallback((to: ExploreChoice) => exploreAddress(path, carried, to), [path, carried])
  useEffect(() => (items ? whenIdle(items, names, () => setIsRead(true)) : undefined), [items, names])
  // Without the rows the server answers every choice, as it does without scripts.
  useEffect(() => {
    if (isLost && choice !== asked) location.assign(address(choice))
  }, [isLost, choice, asked, address])
  const rows = isRead || calm.q === "" ? items : null
  const found = useMemo(() => (rows ? foundIn(rows, names, calm, lane) : first), [rows, names, calm, lane, first])
  const isLive = items !== null
  // What is typed is the field's own; only taking everything away empties it from outside.
  useEffect(() => {
    if (choice.q === "" && typed.current !== "" && form.current) clearWords(form.current)
    typed.current = choice.q
  }, [choice.q])
  // The row by which the table was to be entered may have gone from it.
  useEffect(() => {
    if (isLive) keepEntrance(form.current?.querySelector("table") ?? null)
  }, [isLive, found.rows, calm])
  useAddress(address(choice), path, choiceParams(asked), choiceParams(choice))
  useSlash("explore-q")

  const [notInitiated, minimum, intermediate, complete] = [0, 1, 2, 3].map((at) => words.level[at as Level])
  const bands = { complete, intermediate, minimum, notInitiated, unrated: words.unrated } as Record<Band, string>
  return (
    <div ref={form} data-live={isLive} aria-busy={isSearching || choice !== (isLive ? calm : asked)}>
      <Form
        {...{ locale, words, names, choice, carried, address, choose, search }}
        action={path}
        counts={found.counts}
      />
      <div className="xt-head">
        <p className="num" role="status">
          <b>
            {filled(all === 1 ? words.foundOfOne : found.total === 1 ? words.foundOne : words.found, {
              found: found.total,
              all,
            })}
          </b>{" "}
          {found.rows.length < found.total ? (
            <span className="muted">
              {filled(words.shown, { from: found.from + 1, to: found.from + found.rows.length })}
            </span>
          ) : null}
        </p>
        {found.total > 0 ? (
          <div className="grow">
            <CompositionBar thin counts={found.composition} labels={bands} />
          </div>
        ) : null}
      </div>
      {found.rows.length === 0 ? (
        <div className="state mt-4 min-h-[180px]!">
          <h2>{words.none}</h2>
          <p>{words.noneHint}</p>
        </div>
      ) : (
        <Table {...parts} {...{ names, address, choose, isLive }} rows={found.rows} choice={calm} />
      )}
      <Pager
        words={words}
        choice={calm}
        address={(to) => exploreAddress(path, to.after === null ? carried : pinned, to)}
        choose={choose}
        place={found}
      />
    </div>
  )
}

function foundIn(items: ExploreRow[], names: ExploreNames, choice: ExploreChoice, lane: Lane) {
  const { rows, counts } = explored({ items, names }, choice)
  const { shown, ...place } = pageOf(rows, choice.after)
  return { ...place, rows: shown, counts, total: rows.length, composition: compositionOf(rows, lane) }
}

/** Reads the rows for searching a few at a time, while the browser has nothing else to do, and says when that is done. */
function whenIdle(items: ExploreRow[], names: ExploreNames, done: () => void): () => void {
  let from = 0
  let waiting: ReturnType<typeof setTimeout>
  const read = () => {
    readAhead(items.slice(from, from + ROWS_READ), names)
    from += ROWS_READ
    if (from < items.length) waiting = setTimeout(read, 0)
    else done()
  }
  waiting = setTimeout(read, 0)
  return () => clearTimeout(waiting)
}

function clearWords(within: HTMLElement) {
  const field = within.querySelector<HTMLInputElement>("input[name=q]")
  if (field) field.value = ""
}

function Pager(props: {
  words: ExploreWords
  choice: ExploreChoice
  address: (choice: ExploreChoice) => string
  choose: Choose
  place: Place
}) {
  const { words, choice, address, choose, place } = props
  if (place.total <= ROWS_PER_PAGE) return null
  const link = (after: string | null, label: string, rel: string) => {
    return (
      <a
        className="btn"
        href={address({ ...choice, after })}
        rel={rel}
        onClick={(event) => {
          event.preventDefault()
          choose((now) => ({ ...now, after }))
          document.querySelector(".xt-head")?.scrollIntoView()
        }}
      >
        {label}
      </a>
    )
  }
  return (
    <nav className="acts mt-5" aria-label={words.pages}>
      {place.from > 0 ? link(place.previous, words.previous, "prev") : null}
      {place.next !== null ? link(place.next, words.next, "next") : null}
    </nav>
  )
}
