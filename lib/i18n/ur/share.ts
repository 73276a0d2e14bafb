import type { share as en } from "@/lib/i18n/en/share"

export const share: typeof en = {
  title: "شیئر",
}
