"use client"

import type { CSSProperties } from "react"
import { adminWords } from "@/components/admin/words"
import { Segments } from "@/components/form/segments"
import type { ClashView } from "@/lib/domain/views/review"
import type { Locale } from "@/lib/i18n/locale"
import { type Choice, outcomeOf, usualChoice } from "./merge"

/** A field in words, on each side. `lang` is the language of a text that is in one language only. */
export type ClashRow = { field: string; name: string; base: string; theirs: string; yours: string; lang: Locale | null }

const LONGEST_ON_BUTTON = 40

/** The three versions of one step, and a question for each field that both sides changed. */
export function ClashCard({
  locale,
  clash,
  title,
  rows,
  when,
  startedAt,
  isDropped,
  choices,
  onChoose,
  onDrop,
}: {
  locale: Locale
  clash: ClashView
  title: string
  rows: ClashRow[]
  when: string
  startedAt: number
  isDropped: boolean
  choices: Record<string, Choice>
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
  const asked = rows.filter((row) => outcomeOf(clash, row.field) === "ask")
  const note =
    clash.act === "withdraw"
      ? clash.gone
        ? words.bothWithdrew
        : words.withdrawNote
      : clash.gone
        ? words.goneNote
        : clash.act === "add"
          ? words.addNote
          : null
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg!">{title}</h2>
      <div className="tw" style={style}>
        <div />
        {heads.map((head) => (
          <div key={head}>{head}</div>
        ))}
        {rows.map((row) => (
          <Row key={row.field} row={row} heads={heads} />
        ))}
      </div>
      {note ? <p className="small">{note}</p> : null}
      <Segments
        label={words.choose}
        value={isDropped ? "drop" : "keep"}
        options={[
          { value: "keep", label: words.keepStep },
          { value: "drop", label: words.dropStep },
        ]}
        onChange={(value) => onDrop(value === "drop")}
      />
      {isDropped || clash.act === "withdraw" ? null : asked.length === 0 ? (
        <p className="small muted">{words.noDifference}</p>
      ) : (
        <div className="pick">
          <p className="lab">{words.differs(asked.length)}</p>
          {asked.map((row) => (
            <Segments<Choice>
              key={row.field}
              label={row.name}
              value={choices[row.field] ?? usualChoice(row.field)}
              options={optionsFor(locale, row)}
              onChange={(choice) => onChoose(row.field, choice)}
            />
          ))}
        </div>
      )}
    </section>
  )
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
          <div className="whitespace-pre-line" lang={lang} dir={dir}>
            {value}
          </div>
        </div>
      ))}
    </>
  )
}

function optionsFor(locale: Locale, row: ClashRow): { value: Choice; label: string }[] {
  const words = adminWords(locale).admin.conflict
  const isShort = Math.max(row.theirs.length, row.yours.length) <= LONGEST_ON_BUTTON && row.field !== "evidence"
  const options: { value: Choice; label: string }[] = [
    { value: "theirs", label: isShort ? words.takeTheirs(row.theirs) : words.theirsShort },
    { value: "yours", label: isShort ? words.keepMine(row.yours) : words.mine },
  ]
  return row.field === "evidence" ? [...options, { value: "both", label: words.joined }] : options
}
