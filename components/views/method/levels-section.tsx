import { levelClass } from "@/components/ui/level-chip"
import { ANCHORS, CommitmentType, type Level, LEVELS } from "@/lib/domain/scale"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The four levels and "cannot be rated", with what each needs as proof. */
export function Levels({ locale }: { locale: Locale }) {
  const { method, terms } = messages(locale)
  const { levels } = method
  return (
    <>
      <p>{levels.sub}</p>
      <div className="anch">
        {LEVELS.toReversed().map((level) => (
          <Row
            key={level}
            level={level}
            name={terms.level[level]}
            words={levels.words[level]}
            proof={levels.proof[level]}
          />
        ))}
        <Row level={null} name={terms.unrated} words={levels.unrated} proof={levels.unratedProof} />
      </div>
    </>
  )
}

function Row({ level, name, words, proof }: { level: Level | null; name: string; words: string; proof: string }) {
  return (
    <div className="an">
      <i className={levelClass(level)} aria-hidden="true">
        {level}
      </i>
      <div>
        <b>{name}</b>
        <p>{words}</p>
      </div>
      <p className="small muted">{proof}</p>
    </div>
  )
}

/** What each level asks for, by type of commitment: the constants that every page uses. */
export function Anchors({ locale }: { locale: Locale }) {
  const { method, terms } = messages(locale)
  const asked = LEVELS.filter((level) => level > 0)
  return (
    <>
      <p>{method.anchors.sub}</p>
      <p>
        <b>0 {terms.level[0]}:</b> {ANCHORS.law[locale][0]}
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label={method.sections.anchors}>
        <table className="w-full min-w-[640px] border-collapse text-[length:var(--t-s)] [&_td]:border-b [&_td]:border-rule [&_td]:p-2 [&_td]:align-top [&_th]:border-b [&_th]:border-rule [&_th]:p-2 [&_th]:text-start [&_th]:align-top [&_:is(td,th):first-child]:ps-0">
          <thead>
            <tr>
              <th scope="col">{method.anchors.type}</th>
              {asked.map((level) => (
                <th key={level} scope="col">
                  {level} {terms.level[level]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CommitmentType.options.map((type) => (
              <tr key={type}>
                <th scope="row">
                  {terms.commitmentType[type]}
                  <span className="mono muted block font-normal" dir="ltr">
                    {ANCHORS[type].rule.toUpperCase()}
                  </span>
                </th>
                {asked.map((level) => (
                  <td key={level}>{ANCHORS[type][locale][level]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
