import { expect, test } from "vitest"
import { differences } from "@/components/admin/records/set/differences"
import { folded } from "@/lib/domain/folded"
import { snapshot } from "@/lib/domain/ledger"
import { assertSound, type Operation } from "@/lib/domain/proposal"
import { type Kind, KIND_NAMES } from "@/lib/domain/records"
import {
  nameOf,
  recordChoices,
  recordCounts,
  recordHistory,
  recordRows,
  referringTo,
  withdrawalOf,
} from "@/lib/domain/views/records"
import { datasetLedger, published, rows } from "./sample"

const ledger = datasetLedger()
const facts = snapshot(ledger, 1)
const find = (kind: Kind, text: string) => recordRows(facts, kind, { text, page: 1, perPage: 1000 })

test("every record of every kind is counted, listed once and has a name", () => {
  const counts = recordCounts(facts)
  for (const kind of KIND_NAMES) {
    expect(counts[kind], kind).toBe(rows(kind).length)
    const ids: string[] = []
    for (let page = 1; page <= recordRows(facts, kind, { text: "", page: 1, perPage: 50 }).pages; page++) {
      ids.push(...recordRows(facts, kind, { text: "", page, perPage: 50 }).rows.map((row) => row.id))
    }
    expect(ids.sort(), kind).toEqual(rows(kind).map(({ id }) => id).sort()) // prettier-ignore
    for (const id of ids) {
      const { en, ur } = nameOf(facts, kind, id)
      expect(en.trim(), `${kind}/${id}`).not.toBe("")
      expect(ur.trim(), `${kind}/${id}`).not.toBe("")
    }
  }
  expect(nameOf(facts, "point", "no-such-point")).toEqual({ en: "no-such-point", ur: "no-such-point" })
})

test("a search finds words in both languages, whatever keyboard wrote them", () => {
  const point = facts.records.point.get("nap2014-01")!
  expect(find("point", "TERRORISTS execution").rows.map((row) => row.id)).toContain(point.id)
  expect(find("point", point.titleUr).rows.map((row) => row.id)).toContain(point.id)
  const arabic = point.titleUr.replaceAll("ی", "ي").replaceAll("ک", "ك").replaceAll("ہ", "ه")
  expect(arabic).not.toBe(point.titleUr)
  expect(find("point", arabic).rows.map((row) => row.id)).toContain(point.id)
  expect(find("source", "satp20").rows.map((row) => row.id)).toContain("satp20")
  expect(find("event", "no such words anywhere")).toMatchObject({ rows: [], total: 0, pages: 1 })
  expect(folded("۱۲٣")).toBe("123")
  // A page beyond the last shows the last.
  expect(recordRows(facts, "source", { text: "", page: 999, perPage: 50 }).rows.length).toBeGreaterThan(0)
})

test("a record's history tells each revision, why, and what it changed", () => {
  const point = facts.records.point.get("nap2014-01")!
  const grown = published(
    published(datasetLedger(), [
      { act: "change", kind: "point", record: { ...point, titleUr: "نیا عنوان", note: "A note." } },
    ]),
    [{ act: "withdraw", kind: "event", id: "ev-01" }],
  )
  const [newest, first, ...more] = recordHistory(grown, "point", point.id)
  expect(more).toEqual([])
  expect(newest).toMatchObject({
    revision: 2,
    act: "change",
    changed: ["titleUr", "note"],
    reason: { en: "Revision 2" },
  })
  expect(first).toMatchObject({ revision: 1, act: "add", reasonKind: "dataset", changed: [] })
  expect(recordHistory(grown, "event", "ev-01")[0]).toMatchObject({ revision: 3, act: "withdraw" })
  expect(recordHistory(grown, "event", "ev-99")).toEqual([])
})

test("a record can be withdrawn with what speaks only of it, and then nothing dangles", () => {
  for (const [kind, id] of [
    ["commitment", "nap2014-01.a"],
    ["indicator", [...facts.records.indicator.keys()][0]!],
  ] as const) {
    expect(referringTo(facts, kind, id).length).toBeGreaterThan(0)
    const alone: Operation[] = [{ act: "withdraw", kind, id }]
    expect(() => assertSound(alone, "correction", facts, "2026-11-22")).toThrow()
    const together = withdrawalOf(facts, kind, id).filter(
      // A commitment of the next plan that continues this one is no part of it: its list must be changed instead.
      (it) => it.act === "withdraw",
    )
    expect(together[0]).toEqual(alone[0])
    const others = referringTo(facts, kind, id).filter((it) => !together.some((step) => step.act === "withdraw" && step.kind === it.kind && step.id === it.id)) // prettier-ignore
    if (others.length === 0) assertSound(together, "correction", facts, "2026-11-22")
    else expect(others.every((it) => it.kind === "commitment")).toBe(true)
  }
  expect(withdrawalOf(facts, "event", "ev-01")).toEqual([{ act: "withdraw", kind: "event", id: "ev-01" }])
  expect(withdrawalOf(facts, "event", "no-such")).toEqual([])
})

test("whatever may be referred to can be chosen", () => {
  const choices = recordChoices(facts)
  for (const kind of ["region", "body", "source", "plan", "point", "commitment", "indicator"] as const) {
    expect(choices[kind]!.map((it) => it.id).sort()).toEqual([...facts.records[kind].keys()].sort())
  }
})

test("the difference of two versions names each value that moved, and no other", () => {
  const point = facts.records.point.get("nap2014-01")!
  const [lead, ...others] = point.leadBodies
  const changed = {
    ...point,
    titleEn: "Another title",
    regions: [...point.regions, "KP"],
    leadBodies: [{ ...lead!, role: "leads" }, ...others],
    publishedTrack: { value: "kinetic", confidence: "confirmed", note: null },
  }
  expect(differences(point, changed).map(({ path, before, after }) => [path, before, after])).toEqual([
    ["titleEn", point.titleEn, "Another title"],
    ["publishedTrack.value", null, "kinetic"],
    ["publishedTrack.confidence", null, "confirmed"],
    ["leadBodies.0.role", lead!.role, "leads"],
    ["regions.=KP", null, "KP"],
  ])
  expect(differences(point, structuredClone(point))).toEqual([])
  expect(differences(point, { ...point, sources: [...point.sources].reverse() })).toEqual([])
})
