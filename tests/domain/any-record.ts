import fc from "fast-check"
import { z } from "zod"
import { Day } from "@/lib/domain/date"
import { type Kind, KINDS, type RecordOf } from "@/lib/domain/records"

/** Texts that have spoiled tables before: formulas, guards, separators, quotation marks, other scripts, control marks. */
const NASTY = [
  "=1+1",
  "'=1+1",
  "''",
  "'",
  "+92 300",
  "-",
  "@SUM(A1)",
  "＝1",
  '"quoted", with; marks',
  "two\r\nlines\nand\ttabs",
  "[1, 2]",
  '{"a": 1}',
  "null",
  "true",
  "FALSE",
  "007",
  "1e3",
  "2014-12-16",
  "قومی لائحۂ عمل، ۲۰ نکات",
  "😀 \u200f rtl",
  "_x0041_",
  "constructor",
  "__proto__",
  "bell \u0007 and \u001b",
  "a,b\u2028c",
  "\uFEFFmark",
  "evidence (2)",
]
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...NASTY), fc.constantFrom(...NASTY)).map(([a, b]) => a + b) },
)
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.>-]{0,20}$/)
const day = fc
  .date({ min: new Date("0100-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** Any record of a kind that its schema lets through; made from the schema, so a new field is covered by itself. */
export const anyRecord = <K extends Kind>(kind: K): fc.Arbitrary<RecordOf<K>> =>
  (anyOf(KINDS[kind]) as fc.Arbitrary<RecordOf<K>>)
    .filter((record) => KINDS[kind].safeParse(record).success)
    .map((record) => KINDS[kind].parse(record) as RecordOf<K>)

function anyOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema === Day) return day
  if (schema instanceof z.ZodNullable) return fc.option(anyOf(schema.unwrap() as z.ZodType), { freq: 3 })
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return anyOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((each) => anyOf(each as z.ZodType)))
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber) {
    return fc
      .oneof(
        fc.nat(2500),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(1e21, 1e-7),
      )
      .map((value) => (Object.is(value, -0) ? 0 : value))
      .filter((value) => schema.safeParse(value).success)
  }
  if (schema instanceof z.ZodArray)
    return fc.array(anyOf(schema.element as z.ZodType), { maxLength: 3 }).filter((it) => schema.safeParse(it).success)
  if (schema instanceof z.ZodObject) return anyObject(schema)
  const accepted = (value: string) => schema.safeParse(value).success
  const one = [id, text, fc.webUrl(), fc.constantFrom("en", "ur", "a-slug", "ab".repeat(32))]
  // Only what this text's own rules let through: an address, an id, a slug or prose.
  const able = one.filter((arbitrary) => fc.sample(arbitrary, 40).filter(accepted).length >= 2)
  return fc.oneof(...able).filter(accepted)
}

function anyObject(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const optional = Object.entries(schema.shape).flatMap(([name, each]) => (each instanceof z.ZodOptional ? [name] : []))
  const fields = Object.fromEntries(
    Object.entries(schema.shape).map(([name, each]) => [name, anyOf(each as z.ZodType)]),
  )
  const required = Object.keys(fields).filter((name) => !optional.includes(name))
  return fc.record(fields, { requiredKeys: required }).map((it) => ({ ...it }))
}
