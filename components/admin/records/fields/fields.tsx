"use client"

import { CopyUpload } from "@/components/admin/evidence/copy-upload"
import { fieldLabel } from "@/components/admin/records/labels"
import { adminWords } from "@/components/admin/words"
import { Icon } from "@/components/ui/icon"
import type { KeptCopy } from "@/lib/domain/copy-type"
import type { FormField } from "@/lib/domain/form/shapes"
import { blank, type Typed } from "@/lib/domain/form/typed"
import type { Asked, FieldProps, Of } from "./asked"
import { ChoiceField, DayField, LevelField, NumberField, TextField, YesNoField } from "./plain-fields"
import { ReferenceField, ReferencesField } from "./reference-fields"

/** The fields of a record, or of an object within it, side by side where they are short. */
export function Fields({
  asked,
  fields,
  above = "",
  typed,
  onChange,
}: {
  asked: Asked
  fields: readonly FormField[]
  above?: string // the path of what they stand in
  typed: Typed
  onChange: (change: Typed) => void
}) {
  return (
    <div className="[display:grid] grid-cols-2 gap-4 max-[820px]:grid-cols-1">
      {fields.map((field, place) => {
        if (field.type === "id") return null
        const at = above === "" ? field.name : `${above}.${field.name}`
        const look = isWide(field) ? WIDE : isPaired(field, fields[place + 1]) ? "min-w-0 col-start-1" : "min-w-0"
        return (
          <div key={field.name} className={look}>
            <OneField asked={asked} field={field} at={at} typed={typed} onChange={onChange} />
          </div>
        )
      })}
    </div>
  )
}

const WIDE = "col-span-2 max-[820px]:col-span-1 min-w-0"

/** An English text begins a row where its Urdu follows, so that the two stand side by side. */
const isPaired = (field: FormField, next: FormField | undefined) =>
  "lang" in field && field.lang === "en" && next !== undefined && "lang" in next && next.lang === "ur"

/** Texts in two languages stand side by side; what holds others, or is long in one language, takes the whole width. */
const isWide = (field: FormField) =>
  ["group", "list", "references", "lines", "url", "copy"].includes(field.type) ||
  (field.type === "prose" && field.lang === null)

function OneField(props: FieldProps) {
  const { field } = props
  switch (field.type) {
    case "id":
      return null
    case "choice":
      return <ChoiceField {...props} field={field} />
    case "level":
      return <LevelField {...props} field={field} />
    case "day":
      return <DayField {...props} field={field} />
    case "number":
      return <NumberField {...props} field={field} />
    case "yes-no":
      return <YesNoField {...props} field={field} />
    case "reference":
      return <ReferenceField {...props} field={field} />
    case "references":
      return <ReferencesField {...props} field={field} />
    case "group":
      return <GroupField {...props} field={field} />
    case "list":
      return <ListField {...props} field={field} />
    case "copy":
      return (
        <CopyUpload
          locale={props.asked.locale}
          copy={props.typed[field.name] as KeptCopy | null}
          onChange={(copy) => props.onChange({ [field.name]: copy })}
        />
      )
    default:
      return <TextField {...props} field={field} />
  }
}

/** Fields that stand together; where they may be absent, they are given and left out as a whole. */
function GroupField({ asked, field, at, typed, onChange }: FieldProps<Of<"group">>) {
  const words = adminWords(asked.locale).admin.records.set
  const label = fieldLabel(asked.locale, asked.kind, at)
  const value = typed[field.name] as Typed | null
  if (value === null) {
    return (
      <button type="button" className="btn sm" onClick={() => onChange({ [field.name]: blank(field.fields) })}>
        <Icon name="plus" />
        {words.give(label)}
      </button>
    )
  }
  return (
    <fieldset className="rounded-ui border border-rule-2 p-4">
      <legend className="lab px-1.5">{label}</legend>
      <Fields
        asked={asked}
        fields={field.fields}
        above={at}
        typed={value}
        onChange={(change) => onChange({ [field.name]: { ...value, ...change } })}
      />
      {field.wanted ? null : (
        <button type="button" className="btn ghost sm mt-3" onClick={() => onChange({ [field.name]: null })}>
          <Icon name="close" />
          {words.leaveOut(label)}
        </button>
      )}
    </fieldset>
  )
}

/** A list of objects, each with its fields; their order is theirs. */
function ListField({ asked, field, at, typed, onChange }: FieldProps<Of<"list">>) {
  const { records } = adminWords(asked.locale).admin
  const label = fieldLabel(asked.locale, asked.kind, at)
  const items = (typed[field.name] ?? []) as Typed[]
  const put = (next: Typed[]) => onChange({ [field.name]: next })
  const problem = asked.problemOf(at)
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="lab mb-1.5">{label}</legend>
      {items.map((item, place) => (
        <fieldset key={place} className="rounded-ui border border-rule-2 p-4">
          <legend className="small muted px-1.5">{records.item(label, place + 1)}</legend>
          <Fields
            asked={asked}
            fields={field.fields}
            above={`${at}.${place}`}
            typed={item}
            onChange={(change) => put(items.map((each, other) => (other === place ? { ...each, ...change } : each)))}
          />
          <button
            type="button"
            className="btn ghost sm mt-3"
            onClick={() => put(items.filter((_, other) => other !== place))}
          >
            <Icon name="close" />
            {records.set.takeOut(records.item(label, place + 1))}
          </button>
        </fieldset>
      ))}
      {problem ? <p className="err">{problem}</p> : null}
      {items.length < field.most ? (
        <button type="button" className="btn sm self-start" onClick={() => put([...items, blank(field.fields)])}>
          <Icon name="plus" />
          {records.set.listAdd(label)}
        </button>
      ) : null}
    </fieldset>
  )
}
