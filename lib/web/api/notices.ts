import "server-only"
import { z } from "zod"
import { changeNoticeSettings, listNotices, markRead, unreadNotices } from "@/lib/data/notices"
import { NoticeKind, NOTICES_PER_PAGE, NoticeSettings, NoticesRead } from "@/lib/domain/notice"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"
import { given } from "@/lib/web/api/question"

const NoticeAnswer = z
  .object({
    id: z.string(),
    kind: NoticeKind,
    subject: z.string().describe('What it is about: "proposal:…", "revision:…", "assignment:…", "person:…"'),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    at: z.string(),
    read: z.boolean(),
  })
  .meta({ id: "Notice" })

const NoticesQuery = z.strictObject({
  unread: z.enum(["true", "false"]).default("false").describe("Only those not read yet"),
  before: z
    .string()
    .regex(/^\d{1,18}$/, "There is no such place in the list.")
    .nullable()
    .default(null)
    .describe(`\`next\` of the page before; ${NOTICES_PER_PAGE} on each`),
})

/** What a person is told; always one's own. */
export const NOTICES: Endpoint[] = [
  endpoint({
    method: "GET",
    path: "/api/v1/notices",
    summary: "Your own notices, newest first",
    access: "self.manage",
    query: NoticesQuery,
    answer: {
      status: 200,
      schema: z.object({ items: z.array(NoticeAnswer), next: z.string().nullable(), unread: z.int() }),
    },
    handle: async (call) => {
      const { actor } = call
      const { unread, before } = given(NoticesQuery, call)
      const [page, count] = await Promise.all([
        listNotices(actor, { unread: unread === "true", before }),
        unreadNotices(actor),
      ])
      return { body: { ...page, unread: count } }
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/v1/notices/read",
    summary: "Mark some of your notices as read, or all of them",
    access: "self.manage",
    body: NoticesRead,
    answer: { status: 200, schema: z.object({ unread: z.int() }) },
    handle: async ({ actor, body }) => ({ body: await markRead(actor, body) }),
  }),
  endpoint({
    method: "PATCH",
    path: "/api/v1/notices/settings",
    summary: "Turn your daily mail on or off",
    access: "self.manage",
    body: NoticeSettings,
    answer: { status: 200, schema: NoticeSettings },
    handle: async ({ actor, body }) => ({ body: await changeNoticeSettings(actor, body) }),
  }),
]
