import { notFound } from "next/navigation"
import { cache } from "react"
import { ledger } from "@/lib/data/ledger"
import { type Ledger, snapshot } from "@/lib/domain/ledger"
import { type Question, searchOf } from "@/lib/domain/query"
import { pointView } from "@/lib/domain/views/point"
import { plansOf } from "@/lib/domain/views/scope"
import { ask, type SearchParams } from "@/lib/web/ask"

/** The view, once per request: the title and the page ask the same question. */
const viewOf = cache((ledger: Ledger, question: string, number: number) =>
  pointView(ledger, JSON.parse(question) as Question, number),
)

/**
 * The point that an address names by the year its plan was adopted in and its number; a parameter cannot change the plan.
 * `path` is the point's own after the language, `search` its question. Not found where there is no such point.
 */
export async function askPoint(year: string, number: string, searchParams: SearchParams, extra: string[] = []) {
  if (!/^\d{4}$/.test(year) || !/^[1-9]\d{0,2}$/.test(number)) notFound()
  const facts = await ledger()
  const plan = plansOf(snapshot(facts, facts.newest)).find((each) => each.year === Number(year))
  if (!plan) notFound()
  const asked = await ask(searchParams, extra, { plan: plan.id, points: null })
  const view = viewOf(asked.ledger, JSON.stringify(asked.question), Number(number))
  if (!view) notFound()
  const search = searchOf({ ...asked.query, plan: undefined })
  return { ...asked, view, path: `/points/${year}/${number}`, search }
}
