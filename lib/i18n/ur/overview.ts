import type { overview as en } from "@/lib/i18n/en/overview"

export const overview: typeof en = {
  title: "جائزہ",
}
