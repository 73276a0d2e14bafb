import type { accounts as en } from "@/lib/i18n/en/admin/accounts"

export const accounts: typeof en = { title: "اکاؤنٹ" }
