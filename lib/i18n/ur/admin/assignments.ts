import type { assignments as en } from "@/lib/i18n/en/admin/assignments"

export const assignments: typeof en = { title: "ذمہ داریاں" }
