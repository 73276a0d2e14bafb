import type { evidence as en } from "@/lib/i18n/en/admin/evidence"

export const evidence: typeof en = { title: "شواہد" }
