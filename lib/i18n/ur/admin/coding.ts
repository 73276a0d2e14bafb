import type { coding as en } from "@/lib/i18n/en/admin/coding"

export const coding: typeof en = { title: "آزاد کوڈنگ" }
