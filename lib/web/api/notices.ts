import "server-only"
import { z } from "zod"
import { changeNoticeSettings, listNotices, markRead, unreadNotices } from "@/lib/data/notices"
import { NoticeKind, NOTICES_PER_PAGE, NoticeSettings, NoticesRead } from "@/lib/domain/notice"
import { Refusal } from "@/lib/domain/refusal"
import { type Endpoint, endpoint } from "@/lib/web/api/endpoint"

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
    handle: async ({ actor, search }) => {
      const asked = NoticesQuery.safeParse(Object.fromEntries(search))
      if (!asked.success) {
        const fields = Object.fromEntries(asked.error.issues.map((it) => [it.path.join("."), [it.message]]))
        throw new Refusal("invalid", "Some of this cannot be read.", fields)
      }
      const { unread, before } = asked.data
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
