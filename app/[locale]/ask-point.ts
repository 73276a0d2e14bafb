import { notFound } from "next/navigation"
import { ledger } from "@/lib/data/ledger"
import { snapshot } from "@/lib/domain/ledger"
import { searchOf } from "@/lib/domain/query"
import { pointView } from "@/lib/domain/views/point"
import { plansOf } from "@/lib/domain/views/scope"
import { ask, type SearchParams } from "@/lib/web/ask"

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
  const view = pointView(asked.ledger, asked.question, Number(number))
  if (!view) notFound()
  const search = searchOf({ ...asked.query, plan: undefined })
  return { ...asked, view, path: `/points/${year}/${number}`, search }
}
