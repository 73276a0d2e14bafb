import "server-only"
import { z } from "zod"
import type { Flat } from "@/lib/domain/import/cells"
import type { Ledger, Revision } from "@/lib/domain/ledger"
import { Query, type Question } from "@/lib/domain/query"
import { badParameters } from "@/lib/domain/refusal"
import type { ChangeItem } from "@/lib/domain/views/change-item"
import {
  ChangeKind,
  changeParameters,
  CHANGES_PER_PAGE,
  changesFound,
  changesView,
  EVERY_CHANGE,
  itemsOf,
  MOST_NAMED,
  readFilter,
} from "@/lib/domain/views/changes"
import { pastOf } from "@/lib/domain/views/past"
import { CiteAnswer } from "@/lib/web/api/answers"
import { citeOf } from "@/lib/web/api/cite"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { asked, Format } from "@/lib/web/api/question"

const ChangesQuery = Query.pick({ plan: true, asOf: true, known: true, points: true, track: true }).extend({
  plan: z.string().max(80).nullable().default(null).meta({ description: "A plan's id; both if left out" }),
  kind: ChangeKind.nullable().default(null).describe("Why it was published"),
  revision: z.int().positive().nullable().default(null).describe("One revision, with every record it touched"),
  since: z.int().positive().nullable().default(null).describe("Only what came after this revision"),
  page: z.int().positive().default(1).describe(`From 1, newest first; ${CHANGES_PER_PAGE} revisions each`),
  format: Format.describe("How to answer; a table has one line a record, of all pages"),
})

const RevisionAnswer = z
  .looseObject({
    revision: z.int(),
    publishedAt: z.string(),
    kind: ChangeKind,
    reason: z.object({ en: z.string(), ur: z.string().nullable() }),
    hash: z.string(),
    items: z.array(z.looseObject({ kind: z.string(), id: z.string(), act: z.string() })),
    unnamed: z.int().describe(`Records it touched beside the first ${MOST_NAMED}; none of the starting data is named`),
    moves: z.array(z.looseObject({ track: z.string() })).describe("Headline indices before and after, finding lane"),
  })
  .meta({ id: "Change" })

/** What was published, in readers' words. */
export const CHANGES: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/changes",
    summary: "What each revision changed and why, newest first; corrections with kind=correction",
    access: "reader",
    query: ChangesQuery,
    answer: {
      status: 200,
      schema: z.object({
        revision: z.int(),
        asOf: z.string(),
        items: z.array(RevisionAnswer),
        total: z.int(),
        page: z.int(),
        pages: z.int(),
        cite: CiteAnswer,
      }),
    },
    csv: true,
    handle: async (call) => {
      const { ledger: held, question: whole } = await asked(call)
      const { filter, page, ignored } = readFilter(call.search, whole)
      const question = { ...whole, track: null }
      const view = changesView(held, question, filter, page)
      if (page > view.pages) ignored.push("page")
      if (ignored.length > 0) throw badParameters(ignored)
      const { revision, asOf, revisions: items, total, pages } = view
      const shown = { screen: "changes", view } as const
      const cite = citeOf({ ledger: held, question, shown }, "/changes", changeParameters(filter, page))
      return {
        body: { revision, asOf, items, total, page, pages, cite },
        rows: function* () {
          for (const each of changesFound(held, pastOf(held), question, filter))
            for (const item of itemsOf(held, each, question, filter)) yield rowOf(each, item)
        },
        columns: () => columnsOf(held, question),
      }
    },
  }),
]

/** The heads of the table, from the first record there ever was. */
function columnsOf(held: Ledger, question: Question): string[] {
  const first = held.revisions[0]!
  return itemsOf(held, first, question, EVERY_CHANGE)
    .slice(0, 1)
    .flatMap((item) => Object.keys(rowOf(first, item)))
}

const rowOf = ({ number, publishedAt, kind, reason, hash }: Revision, item: ChangeItem): Flat => ({
  revision: number,
  publishedAt,
  kind,
  act: item.act,
  record: item.kind,
  id: item.id,
  titleEn: item.title.en,
  titleUr: item.title.ur,
  points: joined(item.points.map((point) => point.id)),
  commitment: item.commitment?.id ?? null,
  lane: item.lane,
  regionEn: item.region?.en ?? null,
  levelBefore: item.rated?.before?.level ?? null,
  unratedBefore: item.rated?.before?.unratedReason ?? null,
  levelAfter: item.rated?.after?.level ?? null,
  unratedAfter: item.rated?.after?.unratedReason ?? null,
  on: item.on?.day ?? null,
  fields: joined(item.fields.map(({ field }) => field)),
  reasonEn: reason.en,
  reasonUr: reason.ur,
  hash,
})

const joined = (words: string[]) => (words.length > 0 ? words.join("; ") : null)
