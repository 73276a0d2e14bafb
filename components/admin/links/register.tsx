"use client"

import { type ReactNode, useEffect, useId, useState } from "react"
import { RevokeAll } from "@/components/admin/links/revoke-all"
import { chosen, EVERYTHING, isOver, type LinkFilter, type Standing, stands } from "@/components/admin/links/filter"
import type { Problem } from "@/components/form/client"
import { Segments } from "@/components/form/segments"
import { listLinks } from "@/components/views/share/api"
import { Failure } from "@/components/views/share/failure"
import { LinkRow } from "@/components/views/share/link-row"
import type { Names } from "@/components/views/share/scope-words"
import { wordsOf } from "@/components/views/share/words"
import type { Day } from "@/lib/domain/date"
import type { Share } from "@/lib/domain/share"
import type { Locale } from "@/lib/i18n/locale"

const TILES = ["active", "paused", "soon", "endless"] as const
const AT_ONCE = 50
const STANDINGS = ["active", "paused", "soon", "endless", "expired", "revoked"] as const

/**
 * One's links (an admin sees everybody's), those that still open first. Those after `next` in the list are fetched
 * here, so that every one of a long list can be found. `me` is the reader's own id.
 */
export function Register({
  locale,
  links: given,
  next,
  names,
  me,
  today,
  seesAll,
}: {
  locale: Locale
  links: Share[]
  next: string | null
  names: Names
  me: string
  today: Day
  seesAll: boolean
}) {
  const words = wordsOf(locale)
  const { share, links: linkWords } = words
  const { register } = linkWords
  const [links, setLinks] = useState(given)
  const [filter, setFilter] = useState<LinkFilter>(EVERYTHING)
  const [said, setSaid] = useState("")
  const [problem, setProblem] = useState<Problem | null>(null)
  const id = useId()
  const narrow = (part: Partial<LinkFilter>) => setFilter({ ...filter, ...part })
  useEffect(() => {
    if (next === null) return
    let isCurrent = true
    void listLinks(next).then((answer) => {
      if (!isCurrent) return
      if (answer.ok) setLinks((before) => [...before, ...answer.value])
      else setProblem(answer.problem)
    })
    return () => {
      isCurrent = false
    }
  }, [next])
  const nameOf: Record<Standing, string> = { ...share.state, soon: register.soon, endless: register.endless }

  const shown = chosen(links, filter, today)
  const [open, over] = [shown.filter((link) => !isOver(link)), shown.filter(isOver)]
  const makers = new Map(links.flatMap((link) => (link.creatorId === null ? [] : [[link.creatorId, link.creator]])))
  const person = seesAll ? filter.person : me
  const ofPerson = links.filter((link) => link.creatorId === person && !isOver(link))

  const rows = (list: Share[]) => (
    <Rows list={list} more={register.more}>
      {(link) => (
        <LinkRow
          key={link.id}
          {...{ locale, words, names, link }}
          showsMaker={seesAll}
          onChange={(fresh) => setLinks((before) => before.map((each) => (each.id === fresh.id ? fresh : each)))}
        />
      )}
    </Rows>
  )
  return (
    <>
      <div className="sum4 regsum">
        {TILES.map((standing) => {
          const count = links.filter((link) => stands(link, standing, today)).length
          return (
            <button
              key={standing}
              type="button"
              className={standing === "endless" && count > 0 ? "sm hot" : "sm"}
              aria-pressed={filter.standing === standing}
              onClick={() => narrow({ standing: filter.standing === standing ? null : standing })}
            >
              <b className="num">{count}</b>
              {nameOf[standing]}
            </button>
          )
        })}
      </div>
      <div className="regbar">
        <Segments<LinkFilter["kind"]>
          label={register.kind}
          hidesLabel
          value={filter.kind}
          onChange={(kind) => narrow({ kind })}
          options={[
            { value: "all", label: register.all },
            { value: "live", label: share.live },
            { value: "frozen", label: share.frozen },
          ]}
        />
        <select
          className="in"
          aria-label={register.state}
          value={filter.standing ?? ""}
          onChange={({ target }) => narrow({ standing: STANDINGS.find((each) => each === target.value) ?? null })}
        >
          <option value="">{register.anyState}</option>
          {STANDINGS.map((standing) => (
            <option key={standing} value={standing}>
              {nameOf[standing]}
            </option>
          ))}
        </select>
        {seesAll ? (
          <select
            className="in"
            aria-label={register.person}
            value={filter.person ?? ""}
            onChange={({ target }) => narrow({ person: target.value || null })}
          >
            <option value="">{register.anyone}</option>
            {[...makers].map(([each, name]) => (
              <option key={each} value={each}>
                {name}
              </option>
            ))}
          </select>
        ) : null}
        <label className="vh" htmlFor={`${id}-search`}>
          {register.search}
        </label>
        <input
          className="in"
          id={`${id}-search`}
          type="search"
          dir="auto"
          placeholder={register.search}
          value={filter.words}
          onChange={({ target }) => narrow({ words: target.value })}
        />
        <span className="cnt num small muted" aria-live="polite">
          {register.found(shown.length, links.length)}
        </span>
      </div>
      {person !== null && ofPerson.length > 0 ? (
        <RevokeAll
          words={words}
          links={ofPerson}
          person={person}
          name={person === me ? null : (makers.get(person) ?? "")}
          onRevoked={async (count) => {
            setSaid(register.revokedAll(count))
            const now = await listLinks()
            if (now.ok) setLinks(now.value)
          }}
        />
      ) : null}
      <p className="small" role="status">
        {said}
      </p>
      {problem ? <Failure words={words} problem={problem} /> : null}
      {shown.length > 0 ? rows(open) : links.length > 0 ? <p className="py-6">{register.empty}</p> : null}
      {over.length > 0 ? (
        <details className="mt-6" open={open.length === 0}>
          <summary>
            {register.ended} ({over.length})
          </summary>
          {rows(over)}
        </details>
      ) : null}
      {shown.length > 0 ? <p className="small muted mt-4">{linkWords.botsNote}</p> : null}
    </>
  )
}

/** The first of a long list, and more as they are asked for: each row has controls of its own. */
function Rows({
  list,
  more,
  children,
}: {
  list: Share[]
  more: (count: number) => string
  children: (link: Share) => ReactNode
}) {
  const [most, setMost] = useState(AT_ONCE)
  return (
    <>
      <ul className="reglist">{list.slice(0, most).map(children)}</ul>
      {list.length > most ? (
        <button type="button" className="btn mt-4" onClick={() => setMost(most + AT_ONCE)}>
          {more(Math.min(AT_ONCE, list.length - most))}
        </button>
      ) : null}
    </>
  )
}
