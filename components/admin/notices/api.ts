import { send } from "@/components/form/client"
import type { NoticeSettings, NoticesRead } from "@/lib/domain/notice"

/** What the screen of notices asks of the server. */
export const noticesApi = {
  markRead: (which: NoticesRead) => send<{ unread: number }>("POST", "/api/v1/notices/read", which),
  changeSettings: (settings: NoticeSettings) => send<NoticeSettings>("PATCH", "/api/v1/notices/settings", settings),
}

/** Marks one as read while the browser is already on its way to what the notice leads to. */
export function markReadInPassing(id: string): void {
  const body = new Blob([JSON.stringify({ ids: [id] } satisfies NoticesRead)], { type: "application/json" })
  navigator.sendBeacon("/api/v1/notices/read", body)
}
