import "server-only"
import { z } from "zod"
import { ledger } from "@/lib/data/ledger"
import { resolve, strictQuery } from "@/lib/domain/query"
import { Refusal } from "@/lib/domain/refusal"
import type { Asked, Call } from "@/lib/web/api/endpoint"

export const Format = z.enum(["json", "csv", "xlsx"]).default("json").describe("How to answer")

/** The question of a call, strictly: an unknown parameter or value is refused. @throws Refusal `invalid`. */
export async function asked(call: Call<unknown>, extra: string[]): Promise<Asked> {
  const now = new Date().toISOString()
  const held = await ledger()
  return { ledger: held, question: resolve(strictQuery(call.search, held, now, extra), held, now) }
}

export const bad = (field: string, message: string) =>
  new Refusal("invalid", `${field}: ${message}`, { [field]: [message] })
