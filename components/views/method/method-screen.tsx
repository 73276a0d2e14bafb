import type { ReactNode } from "react"
import { ViewControls } from "@/components/views/controls"
import type { Hrefs } from "@/components/views/hrefs"
import { notAdoptedWords } from "@/components/views/not-adopted"
import { imbalance } from "@/lib/domain/indices"
import type { CitationView } from "@/lib/domain/citation-style"
import type { Query } from "@/lib/domain/query"
import { CommitmentType, Rule } from "@/lib/domain/scale"
import type { Team, TwoFactor } from "@/lib/domain/policy"
import type { MethodView } from "@/lib/domain/views/method"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { ImbalanceFormula, IndexFormula, RangeFormula, scoreOf } from "./formulas-section"
import { AgreementSection } from "./agreement-section"
import { Anchors, Levels } from "./levels-section"
import { ByTypeTable, DependsTable } from "./tables-section"

/** The examples all come from the first edition. */
const EXAMPLES_YEAR = 2014

/** How a level is given, from the same constants and figures that the other screens use. */
export function MethodScreen({
  locale,
  view,
  query,
  hrefs,
  cite,
  team,
  twoFactor,
}: {
  locale: Locale
  view: MethodView
  query: Query
  hrefs: Hrefs
  cite?: CitationView | undefined
  team: Team
  twoFactor: TwoFactor
}) {
  const { method } = messages(locale)
  const imbalanceNow = imbalance(scoreOf(view, "kinetic"), scoreOf(view, "non-kinetic"))
  const bodies: Record<keyof typeof method.sections, ReactNode> = {
    status: <Status locale={locale} view={view} team={team} twoFactor={twoFactor} />,
    levels: <Levels locale={locale} />,
    anchors: <Anchors locale={locale} />,
    index: <IndexFormula locale={locale} view={view} hrefs={hrefs} />,
    range: <RangeFormula locale={locale} view={view} />,
    imbalance: <ImbalanceFormula locale={locale} view={view} imbalance={imbalanceNow} />,
    tracks: <Paragraphs items={method.tracks} />,
    lanes: <Paragraphs items={method.lanes} />,
    ceilings: (
      <>
        <p>{method.ceilings.sub}</p>
        <Points items={method.ceilings.list} ordered />
      </>
    ),
    rules: <Rules locale={locale} />,
    examples: <Examples locale={locale} hrefs={hrefs} />,
    depends: (
      <>
        <p>{method.depends.sub}</p>
        <DependsTable locale={locale} view={view} />
      </>
    ),
    byType: <ByTypeTable locale={locale} view={view} />,
    agreement: <AgreementSection locale={locale} view={view} hrefs={hrefs} />,
    limits: <Points items={method.limits} />,
    time: <Paragraphs items={method.time} />,
    data: <Data locale={locale} hrefs={hrefs} />,
  }
  const names = Object.keys(method.sections) as (keyof typeof method.sections)[]
  return (
    <>
      <ViewControls locale={locale} view={view} query={query} hrefs={hrefs} cite={cite} />
      <div className="wrap">
        <header className="hero !pb-2">
          <h1>{method.title}</h1>
          <p className="lede max-w-[62ch]">
            {method.lede} {notAdoptedWords(locale, view)}
          </p>
        </header>
        <div className="doc">
          <nav className="toc" aria-label={method.onThisPage}>
            {names.map((name) => (
              <a key={name} href={`#${name}`}>
                {method.sections[name]}
              </a>
            ))}
          </nav>
          <div className="prose2">
            {names.map((name) => (
              <div key={name} className="flex min-w-0 flex-col gap-[14px] not-first:mt-[22px]">
                <h2 id={name} className="scroll-mt-4">
                  {method.sections[name]}
                </h2>
                {bodies[name]}
              </div>
            ))}
          </div>
        </div>
      </div>
    </>
  )
}

function Status({
  locale,
  view,
  team,
  twoFactor,
}: {
  locale: Locale
  view: MethodView
  team: Team
  twoFactor: TwoFactor
}) {
  const { method, terms } = messages(locale)
  const { counts } = view
  return (
    <>
      <p className="note">
        {method.status.provisional} {method.status.provisionalNow(view.provisional, counts.commitments)}
      </p>
      <p>
        {method.status.counts(
          terms.commitments(counts.commitments),
          counts.assessments,
          counts.sources,
          counts.neverRated,
        )}
      </p>
      <p>
        {method.status.team[team]} {method.status.twoFactor[twoFactor]}
      </p>
    </>
  )
}

function Paragraphs({ items }: { items: string[] }) {
  return items.map((text) => <p key={text}>{text}</p>)
}

function Points({ items, ordered = false }: { items: string[]; ordered?: boolean }) {
  const Tag = ordered ? "ol" : "ul"
  return (
    <Tag className={`flex flex-col gap-2 ps-5 ${ordered ? "list-decimal" : "list-disc"}`}>
      {items.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </Tag>
  )
}

function Rules({ locale }: { locale: Locale }) {
  const { method, point } = messages(locale)
  const named: Partial<Record<Rule, string>> = method.rules
  return (
    <>
      <p>{method.rulesSub}</p>
      <dl className="flex flex-col gap-3">
        {Rule.options.map((rule) =>
          named[rule] === undefined ? null : (
            <div key={rule}>
              <dt className="font-semibold">
                {point.rules[rule]}{" "}
                <span className="muted small mono font-normal" dir="ltr">
                  {rule.toUpperCase()}
                </span>
              </dt>
              <dd>{named[rule]}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  )
}

function Examples({ locale, hrefs }: { locale: Locale; hrefs: Hrefs }) {
  const { method, terms } = messages(locale)
  return (
    <dl className="flex flex-col gap-3">
      {method.examples.map((example) => (
        <div key={example.type}>
          <dt className="font-semibold">{terms.commitmentType[CommitmentType.parse(example.type)]}</dt>
          <dd>
            {example.text}{" "}
            {example.points.map((number) => {
              const href = hrefs.point(EXAMPLES_YEAR, number)
              return href ? (
                <a key={number} className="small me-3 whitespace-nowrap" href={href}>
                  {method.examplePoint(number)}
                </a>
              ) : null
            })}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Data({ locale, hrefs }: { locale: Locale; hrefs: Hrefs }) {
  const { data } = messages(locale).method
  const links = {
    "/api/v1/openapi.json": data.api,
    "/api/v1/commitments?format=csv": data.commitments,
    "/api/v1/assessments?format=csv": data.assessments,
    "/api/v1/sources?format=csv": data.sources,
  }
  return (
    <>
      <p>{data.text}</p>
      <p>
        {data.files} {data.licence}
      </p>
      {hrefs.method() === null ? null : (
        <p className="acts">
          {Object.entries(links).map(([href, words]) => (
            <a key={href} className="btn" href={href}>
              {words}
            </a>
          ))}
        </p>
      )}
    </>
  )
}
