import type { imports as en } from "@/lib/i18n/en/admin/imports"

export const imports: typeof en = { title: "درآمد" }
