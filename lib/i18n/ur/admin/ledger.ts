import type { ledger as en } from "@/lib/i18n/en/admin/ledger"

export const ledger: typeof en = { title: "کھاتہ" }
