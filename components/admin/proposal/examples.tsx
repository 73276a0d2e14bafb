import { LevelTile } from "@/components/ui/level-chip"
import type { Level } from "@/lib/domain/scale"
import { nearestExamples } from "@/lib/domain/views/nearest-examples"
import type { CommitmentForm } from "@/lib/domain/views/proposing"
import { formatDay, isolate } from "@/lib/i18n/format"
import type { Locale } from "@/lib/i18n/locale"
import { inLocale } from "@/lib/i18n/text"
import { adminWords } from "@/components/admin/words"
import type { Item } from "./draft"

/** How others of this type were rated, at the level in question and the one beside it. */
export function Examples({ locale, item, form }: { locale: Locale; item: Item; form: CommitmentForm }) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
  const cell = form.published.filter((it) => it.lane === item.lane && it.region === item.region)
  const level: Level | null = item.level ?? cell.at(-1)?.level ?? null
  const examples = nearestExamples(form.examples[item.lane], level)
  return (
    <section className="mt-4" aria-label={words.examples(terms.commitmentType[form.type])}>
      <h3 className="lab mb-1.5">{words.examples(terms.commitmentType[form.type])}</h3>
      {examples.length === 0 ? <p className="small muted">{words.examplesNone}</p> : null}
      <ul className="[display:grid] grid-cols-2 gap-3 max-[820px]:grid-cols-1">
        {examples.map((it) => {
          const text = inLocale(locale, it.commitment.text)
          const why = inLocale(locale, it.rationale)
          return (
            <li key={it.level} className="rounded-ui border border-rule bg-sunken p-3 text-sm">
              <p className="flex items-start gap-2">
                <LevelTile level={it.level} label={terms.level[it.level]} />
                <span>
                  <b className="font-semibold">{terms.level[it.level]}</b>{" "}
                  <span className="small muted num">
                    {words.exampleOn(formatDay(locale, it.effectiveOn, it.precision))}
                  </span>
                </span>
              </p>
              <p className="mt-1" lang={text.lang} dir={text.lang === "en" ? "ltr" : undefined}>
                {text.text}
              </p>
              <details className="small mt-1">
                <summary>{words.example(isolate(locale, it.commitment.code), String(it.year))}</summary>
                <p className="mt-1" lang={why.lang} dir={why.lang === "en" ? "ltr" : undefined}>
                  {why.text}
                </p>
                <p className="muted">
                  {terms.certainty[it.certainty]} · {words.exampleSources(it.sources)}
                </p>
              </details>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
