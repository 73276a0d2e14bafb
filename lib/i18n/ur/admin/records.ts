import type { records as en } from "@/lib/i18n/en/admin/records"

export const records: typeof en = { title: "اندراجات" }
