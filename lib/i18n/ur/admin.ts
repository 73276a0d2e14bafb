import type { admin as en } from "@/lib/i18n/en/admin"

export const admin: typeof en = {
  title: "ادارت",
}
