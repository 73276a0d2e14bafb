import type { notices as en } from "@/lib/i18n/en/admin/notices"

export const notices: typeof en = { title: "اطلاعات" }
