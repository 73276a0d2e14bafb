import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { EvidenceValue } from "@/components/admin/review/field-value"
import { snapshot } from "@/lib/domain/ledger"
import type { Evidence } from "@/lib/domain/records"
import { datasetLedger } from "./sample"

const known = { locale: "en" as const, facts: snapshot(datasetLedger(), 1) }
const whole: Evidence = { source: "satp20", bearing: "supports", quote: "As it says.", note: "Page 4." }

/** The words that one side marks as its own. */
function marked(own: Evidence[], other: Evidence[]): string[] {
  const html = renderToStaticMarkup(
    <EvidenceValue known={known} evidence={own} other={other} mark={(words) => <del>{words}</del>} />,
  )
  return [...html.matchAll(/<del>([\s\S]*?)<\/del>/g)].map(([, words]) => words!.replaceAll(/<[^>]*>/g, "").trim())
}

test("of evidence only what changed is marked, and all of what is only on one side", () => {
  expect(marked([whole], [whole])).toEqual([])
  expect(marked([whole], [{ ...whole, note: null }])).toEqual(["Page 4."])
  expect(marked([{ ...whole, note: null }], [whole])).toEqual([])
  expect(marked([whole], [{ ...whole, quote: "As it said." }])).toEqual(["As it says."])
  expect(marked([whole], [{ ...whole, bearing: "context" }])).toEqual(["▲ Supports"])
  const alone = marked([whole], [{ ...whole, source: "reuters_dp" }])
  expect(alone).toHaveLength(4)
  expect(alone).toEqual(expect.arrayContaining(["▲ Supports", "As it says.", "Page 4."]))
})

test("a source named twice is set against the one told alike", () => {
  const other: Evidence = { ...whole, bearing: "contradicts", quote: "And it says this.", note: null }
  expect(marked([whole, other], [other, whole])).toEqual([])
})
