"use client"

import type { CSSProperties } from "react"
import { adminWords } from "@/components/admin/words"
import { Segments } from "@/components/form/segments"
import {
  type Choice,
  type ClashView,
  isGone,
  isList,
  merged,
  outcomeOf,
  rewritesTheirs,
  usualChoice,
} from "@/lib/domain/conflict"
import type { Locale } from "@/lib/i18n/locale"

/**
 * A field in words, on each side. `lang` is the language of a text that is in one language only; `given` tells on which
 * of base, theirs and yours there is such a text.
 */
export type ClashRow = {
  field: string
  name: string
  base: string
  theirs: string
  yours: string
  lang: Locale | null
  given: [boolean, boolean, boolean]
}

/** One clashing step with its fields in words; `beside` names what else they published. */
export type ShownClash = { clash: ClashView; title: string; rows: ClashRow[]; when: string; beside: string | null }

const LONGEST_ON_BUTTON = 40

/** The three versions of one step, and a question for each field that both sides changed. */
export function ClashCard({
  locale,
  shown: { clash, title, rows, when, beside },
  startedAt,
  isDropped,
  choices,
  problems,
  onChoose,
  onDrop,
}: {
  locale: Locale
  shown: ShownClash
  startedAt: number
  isDropped: boolean
  choices: Record<string, Choice>
  problems: string[]
  onChoose: (field: string, choice: Choice) => void
  onDrop: (isDropped: boolean) => void
}) {
  const words = adminWords(locale).admin.conflict
  const heads = [words.base(startedAt), words.theirs(clash.revision, when), words.yours]
  const style = {
    "--a": `"${words.short.base}"`,
    "--b": `"${words.short.theirs}"`,
    "--c": `"${words.short.yours}"`,
  } as CSSProperties
  const outcomes = rows.map((row) => ({ row, outcome: outcomeOf(clash, row.field) }))
  const asked = outcomes.filter(({ outcome }) => outcome === "ask").map(({ row }) => row)
  const coming = outcomes.filter(({ outcome }) => outcome === "theirs").length
  const note = noteOf(locale, clash, choices)
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg!">{title}</h2>
      {rows.length > 0 ? (
        <div className="tw" style={style}>
          <div />
          {heads.map((head) => (
            <div key={head}>{head}</div>
          ))}
          {rows.map((row) => (
            <Row key={row.field} row={row} heads={heads} />
          ))}
        </div>
      ) : null}
      {note ? <p className="small">{note}</p> : null}
      {beside ? <p className="small">{words.besideNote(beside)}</p> : null}
      {problems.length > 0 ? (
        <ul className="note border-alert!" lang="en" dir="ltr">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      <Segments
        label={words.choose}
        value={isDropped ? "drop" : "keep"}
        options={[
          { value: "keep", label: words.keepStep },
          { value: "drop", label: words.dropStep },
        ]}
        onChange={(value) => onDrop(value === "drop")}
      />
      {isDropped || clash.act === "withdraw" || isGone(clash) ? null : (
        <>
          {asked.length === 0 ? (
            <p className="small muted">{words.noDifference}</p>
          ) : (
            <div className="pick">
              <p className="lab">{words.differs(asked.length)}</p>
              {asked.map((row) => (
                <Segments<Choice>
                  key={row.field}
                  label={row.name}
                  value={choices[row.field] ?? usualChoice(clash, row.field)}
                  options={optionsFor(locale, row, isList(clash, row.field))}
                  onChange={(choice) => onChoose(row.field, choice)}
                />
              ))}
            </div>
          )}
          {coming > 0 ? <p className="small muted">{words.comesAlong(coming)}</p> : null}
        </>
      )}
    </section>
  )
}

/** What becomes of the step as things stand, in a sentence; null where the table says it all. */
function noteOf(locale: Locale, clash: ClashView, choices: Record<string, Choice>): string | null {
  const words = adminWords(locale).admin.conflict
  if (clash.act === "withdraw") return isGone(clash) ? words.bothWithdrew : words.withdrawNote
  if (isGone(clash)) return words.goneNote
  if (clash.act === "change") return null
  if (clash.there) return words.thereNote
  return rewritesTheirs(clash, merged(clash, choices)) ? words.sameDayNote : words.addNote
}

function Row({ row, heads }: { row: ClashRow; heads: string[] }) {
  const lang = row.lang ?? undefined
  const dir = row.lang === "ur" ? "rtl" : row.lang === "en" ? "ltr" : undefined
  return (
    <>
      <div>{row.name}</div>
      {([row.base, row.theirs, row.yours] as const).map((value, at) => (
        <div key={heads[at]} className={at > 0 && value !== row.base ? "num ch" : "num"}>
          <span className="vh">{heads[at]}: </span>
          <div
            className="whitespace-pre-line"
            lang={row.given[at] ? lang : undefined}
            dir={row.given[at] ? dir : undefined}
          >
            {value}
          </div>
        </div>
      ))}
    </>
  )
}

function optionsFor(locale: Locale, row: ClashRow, hasItems: boolean): { value: Choice; label: string }[] {
  const words = adminWords(locale).admin.conflict
  const isShort = Math.max(row.theirs.length, row.yours.length) <= LONGEST_ON_BUTTON && !hasItems
  const options: { value: Choice; label: string }[] = [
    { value: "theirs", label: isShort ? words.takeTheirs(row.theirs) : words.theirsShort },
    { value: "yours", label: isShort ? words.keepMine(row.yours) : words.mine },
  ]
  return hasItems ? [...options, { value: "both", label: words.joined }] : options
}
