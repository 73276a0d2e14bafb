import type { method as en } from "@/lib/i18n/en/method"

export const method: typeof en = {
  title: "طریقۂ کار",
}
