import "server-only"
import { z } from "zod"
import { ledger } from "@/lib/data/ledger"
import { QUERY_NAMES, resolve, strictQuery } from "@/lib/domain/query"
import { Refusal } from "@/lib/domain/refusal"
import type { Asked } from "@/lib/web/api/endpoint"

export const Format = z.enum(["json", "csv", "xlsx"]).default("json").describe("How to answer")

/** The question of a call, strictly; what is no part of it the endpoint reads itself. @throws Refusal `invalid`. */
export async function asked({ search }: { search: URLSearchParams }): Promise<Asked> {
  const now = new Date().toISOString()
  const held = await ledger()
  const own = [...search.keys()].filter((name) => !(QUERY_NAMES as string[]).includes(name))
  return { ledger: held, question: resolve(strictQuery(search, held, now, own), held, now) }
}

/** The parameters of a call that asks no question of the views, as its endpoint declares them. @throws Refusal `invalid`. */
export function given<Q extends z.ZodObject>(query: Q, { search }: { search: URLSearchParams }): z.infer<Q> {
  const read = query.safeParse(Object.fromEntries(search))
  if (read.success) return read.data
  const fields: Record<string, string[]> = {}
  for (const { path, message } of read.error.issues) (fields[String(path[0])] ??= []).push(message)
  throw new Refusal("invalid", `Unknown or bad parameter: ${Object.keys(fields).join(", ")}.`, fields)
}

/** A whole number from 1 of at most so many digits, as an address spells it. */
export const countOf = (digits: number, message: string) =>
  z.preprocess(
    (text) => (new RegExp(`^[1-9]\\d{0,${digits - 1}}$`).test(String(text)) ? Number(text) : NaN),
    z
      .int(message)
      .min(1)
      .max(10 ** digits - 1),
  )

/** Several values in one parameter, with commas between. */
export const listed = <T extends z.ZodType>(value: T) => z.preprocess((text) => String(text).split(","), z.array(value))

export const bad = (field: string, message: string) =>
  new Refusal("invalid", `${field}: ${message}`, { [field]: [message] })
