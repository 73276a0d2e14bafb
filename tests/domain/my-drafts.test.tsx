import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { MyDrafts } from "@/components/admin/queue/my-drafts"
import type { KeptDraft } from "@/lib/domain/form/draft"
import { snapshot } from "@/lib/domain/ledger"
import type { ProposalBrief } from "@/lib/domain/proposal"
import { messages } from "@/lib/i18n/messages"
import { datasetLedger } from "./sample"

const NOW = "2026-11-22T09:00:00Z"
const facts = snapshot(datasetLedger(), 1)
const kept: KeptDraft = { id: "k", version: 1, form: "propose", title: "17b", createdAt: NOW, updatedAt: NOW }
const stored: ProposalBrief = {
  ...{ id: "p", version: 1, status: "draft", base: 1, change: "world-changed", reasonEn: "Why.", reasonUr: null },
  ...{ note: null, author: "Editor", mine: true, createdAt: NOW, updatedAt: NOW, sentAt: null, undoes: null },
  ...{ asked: null, revision: null, named: [], steps: 0, levels: 0 },
}

test.each(["en", "ur"] as const)("what is kept of a form counts as a draft, whatever else there is (%s)", (locale) => {
  const { noDrafts } = messages(locale).admin.queue
  const shown = (drafts: ProposalBrief[], kept: KeptDraft[]) =>
    renderToStaticMarkup(<MyDrafts {...{ locale, facts, drafts, kept }} now={NOW} />)
  expect(shown([], [])).toContain(noDrafts)
  for (const html of [shown([], [kept]), shown([stored], []), shown([stored], [kept])])
    expect(html).not.toContain(noDrafts)
  expect(shown([stored], [kept])).toContain("17b")
  expect(shown([stored], [kept])).toContain("/admin/proposals/p")
})
