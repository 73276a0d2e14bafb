import fc from "fast-check"
import { expect, test } from "vitest"
import { fieldLabel } from "@/components/admin/records/labels"
import { fieldsOf } from "@/lib/domain/form/fields"
import { suggestedId } from "@/lib/domain/form/ids"
import type { FormField } from "@/lib/domain/form/shapes"
import {
  addStep,
  type FieldsByKind,
  operationOf,
  overlaid,
  packed,
  renamed,
  type Step,
  stepOf,
  unpacked,
} from "@/lib/domain/form/steps"
import { blank, gapsOf, recordFrom, type Typed, typedFrom, type TypedValue } from "@/lib/domain/form/typed"
import { snapshot } from "@/lib/domain/ledger"
import { type DraftOperation, type Operation, Operation as OperationSchema } from "@/lib/domain/proposal"
import { type Kind, KIND_NAMES, KINDS } from "@/lib/domain/records"
import type { Fields } from "@/lib/domain/views/review"
import { datasetLedger } from "./sample"

const facts = snapshot(datasetLedger(), 1)
const fields = Object.fromEntries(KIND_NAMES.map((kind) => [kind, fieldsOf(kind)])) as FieldsByKind
const shapeOf = (kind: Kind) => Object.keys((KINDS[kind] as unknown as { shape: object }).shape)

/** The names in a record that a list of fields asks for: a day with its exactness, a level with its reason. */
const asked = (list: readonly FormField[]) =>
  list.flatMap((field) => [
    field.name,
    ...(field.type === "day" && field.exact !== null ? [field.exact] : []),
    ...(field.type === "level" ? [field.reason] : []),
  ])

test("the form asks for every field of every kind, and for nothing else", () => {
  for (const kind of KIND_NAMES) expect(asked(fields[kind]).sort(), kind).toEqual(shapeOf(kind).sort())
  const variants = fields.point.find((it) => it.name === "wordingVariants")!
  expect(variants.type === "list" && asked(variants.fields)).toEqual(["textEn", "origin", "isQuotation", "sources"])
})

test("every field has a label in English and in Urdu", () => {
  const without: string[] = []
  const walk = (kind: Kind, list: readonly FormField[]) => {
    for (const field of list) {
      const labels = [fieldLabel("en", kind, field.path), fieldLabel("ur", kind, field.path)]
      if (labels[0] === field.name || !/[\u0600-\u06ff]|SHA/.test(labels[1]!)) without.push(`${kind}.${field.path}`)
      if (field.type === "group" || field.type === "list") walk(kind, field.fields)
    }
  }
  for (const kind of KIND_NAMES) walk(kind, fields[kind])
  expect(without).toEqual([])
})

test("every published record comes out of the form as it went in", () => {
  for (const kind of KIND_NAMES) {
    for (const record of facts.records[kind].values()) {
      const typed = typedFrom(fields[kind], record as Fields)
      expect(gapsOf(fields[kind], typed), `${kind}/${record.id}`).toEqual([])
      expect(KINDS[kind].parse({ ...recordFrom(fields[kind], typed), id: record.id })).toEqual(record)
    }
  }
})

test("a record that is begun names everything it lacks, and cannot be taken for one", () => {
  for (const kind of KIND_NAMES) {
    const typed = blank(fields[kind])
    const record = { ...recordFrom(fields[kind], typed), id: "new" }
    const refused = KINDS[kind].safeParse(record)
    expect(refused.success, kind).toBe(false)
    const gaps = gapsOf(fields[kind], typed)
    // How exact a day is goes with the day.
    const exactness = fields[kind].flatMap((field) =>
      field.type === "day" && gaps.some((gap) => gap.path === field.path) ? [field.exact] : [],
    )
    const lacking = [...gaps.map((gap) => gap.path), ...exactness]
    const missed = refused.error!.issues.map((issue) => issue.path.join(".")).filter((path) => path !== "id")
    expect(
      missed.filter((path) => !lacking.includes(path)),
      kind,
    ).toEqual([])
    expect(
      gaps.filter(({ path }) => path !== "level" && !missed.includes(path)),
      kind,
    ).toEqual([])
  }
})

test("whatever is typed: a form without gaps is a record, a form with one is not", () => {
  for (const kind of KIND_NAMES) {
    fc.assert(
      fc.property(typedRecord(fields[kind]), (typed) => {
        const record = { ...recordFrom(fields[kind], typed), id: "new" }
        const gaps = gapsOf(fields[kind], typed)
        const read = KINDS[kind].safeParse(record)
        // The schema of second codings leaves open what the form does not: a level, or a reason why there is none.
        const isStricter = kind === "secondCoding" && gaps.every((gap) => gap.path === "level")
        const said = JSON.stringify({ kind, gaps, issues: read.error?.issues, record })
        expect(read.success, said).toBe(gaps.length === 0 || isStricter)
      }),
      { numRuns: 60 },
    )
  }
})

/** Anything somebody may type: mostly what fits, sometimes nothing, sometimes nonsense. */
function typedRecord(list: readonly FormField[]): fc.Arbitrary<Typed> {
  return fc.record(Object.fromEntries(list.map((field) => [field.name, typedValue(field)]))).chain((typed) =>
    fc
      .record({
        exact: fc.constantFrom("day", "month", "year"),
        reason: fc.constantFrom("", "secret"),
      })
      .map(({ exact, reason }) => {
        const whole: Typed = { ...typed }
        for (const field of list) {
          if (field.type === "day" && field.exact !== null) whole[field.exact] = exact
          if (field.type === "level") whole[field.reason] = whole[field.name] === "" ? reason : ""
        }
        return whole
      }),
  )
}

function typedValue(field: FormField): fc.Arbitrary<TypedValue> {
  const text = (most: number) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom("Something", "کچھ", " spaced ") },
      { weight: 1, arbitrary: fc.constantFrom("", "  ") },
      { weight: 1, arbitrary: fc.constant("x".repeat(most + 1)) },
    )
  switch (field.type) {
    case "yes-no":
      return fc.boolean()
    case "id":
      return fc.constant("")
    case "choice":
      return fc.constantFrom(...field.options, ...field.options, "")
    case "level":
      return fc.constantFrom("0", "3", "")
    case "day":
      return fc.constantFrom("2024-02-29", "2014-12-16", "")
    case "number":
      return fc.constantFrom("2020", "1", "0.5", "", "many", "-3", "99999999999999999999")
    case "reference":
      return fc.constantFrom("some-id", "other.id", "")
    case "references":
      return fc.constantFrom<string[]>([], ["one"], ["one", "two"])
    case "lines":
      return fc.constantFrom("", "one\ntwo\n", `${"x".repeat(201)}`)
    case "url":
      return fc.constantFrom("https://example.org/a", "http://example.org", "", "example.org", "ftp://example.org")
    case "code":
      return fc.constantFrom("en", "ur", "", "A b")
    case "copy":
      return fc.constant(null)
    case "group":
      return field.wanted ? typedRecord(field.fields) : fc.option(typedRecord(field.fields))
    case "list":
      return fc.array(typedRecord(field.fields), { maxLength: 2 })
    default:
      return text(field.most)
  }
}

const aStep = (operation: Operation, key: string) => stepOf(key, operation, null, fields)

test("a step of every kind and act stands for the operation it was made from", () => {
  for (const kind of KIND_NAMES) {
    const record = facts.records[kind].values().next().value
    if (!record) continue
    for (const operation of [
      { act: "add", kind, record },
      { act: "change", kind, record },
      { act: "withdraw", kind, id: record.id },
    ] as Operation[]) {
      const told = operationOf(aStep(operation, "a"), fields)
      expect(OperationSchema.parse(told)).toEqual(operation)
    }
  }
})

test("what is kept and sent of a long proposal is only what was typed", () => {
  const sources = [...facts.records.source.values()].slice(0, 200)
  const stored = sources.map((record, at) => aStep({ act: "change", kind: "source", record }, `s${at}`))
  const edited = { ...stored[150]!, typed: { ...stored[150]!.typed, title: "Rewritten" } }
  const fresh = addStep("new", "event", fields)
  const steps = [fresh, ...stored.slice(1, 150), edited, ...stored.slice(151)]
  const kept = packed(steps, stored)
  expect(kept.filter((it) => typeof it !== "number")).toEqual([fresh, edited])
  expect(JSON.stringify(kept).length).toBeLessThan(JSON.stringify(steps).length / 20)
  expect(unpacked(JSON.parse(JSON.stringify(kept)) as typeof kept, stored)).toEqual(steps)
  // Over another version, where places say nothing, the edited step still finds its record.
  const moved = overlaid(kept, stored.slice(100).map((step, at) => ({ ...step, key: `t${at}` }))) // prettier-ignore
  expect(moved.map((step) => step.id)).toEqual([...sources.slice(100).map(({ id }) => id), ""])
  expect(moved[50]!.typed!.title).toBe("Rewritten")
})

test("a new record's id follows its place, and a new name reaches every step that refers to it", () => {
  const isTaken = (id: string) => facts.records.commitment.has(id) || facts.records.plan.has(id)
  const typed = (kind: Kind, given: Fields) => addStep("k", kind, fields, given).typed!
  const id = (kind: Kind, given: Fields) => suggestedId(kind, typed(kind, given), isTaken, "ab12cd34")
  expect(id("plan", { adoptedOn: "2031-05-01" })).toBe("nap-2031")
  expect(id("plan", { adoptedOn: "2021-05-01" })).toBe("nap-2021-2")
  expect(id("point", { plan: "nap-2031", number: "4" })).toBe("nap2031-04")
  expect(id("commitment", { point: "nap2031-04" })).toBe("nap2031-04.a")
  expect(id("commitment", { point: "nap2014-01" })).not.toBe("nap2014-01.a")
  expect(id("event", {})).toBe("ev-ab12cd34")

  const steps: Step[] = [
    { ...addStep("p", "plan", fields), id: "nap-2031" },
    { ...addStep("q", "point", fields, { plan: "nap-2031", leadBodies: [{ ...blankLead(), body: "new-body" }] }), id: "x" },
  ] // prettier-ignore
  const renamedPlan = renamed(steps, fields, "plan", { from: "nap-2031", to: "nap-2032" })
  expect(renamedPlan[1]!.typed!.plan).toBe("nap-2032")
  expect(renamedPlan[0]).toBe(steps[0])
  const renamedBody = renamed(steps, fields, "body", { from: "new-body", to: "other" })
  expect((renamedBody[1]!.typed!.leadBodies as Typed[])[0]!.body).toBe("other")
})

function blankLead(): Typed {
  const lead = fields.point.find((it) => it.name === "leadBodies")!
  return lead.type === "list" ? blank(lead.fields) : {}
}

test("a withdrawal carries no text", () => {
  const operation: DraftOperation = { act: "withdraw", kind: "event", id: "ev-01" }
  expect(stepOf("a", operation, null, fields).typed).toBeNull()
})
