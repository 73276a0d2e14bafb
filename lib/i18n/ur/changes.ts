import type { changes as en } from "@/lib/i18n/en/changes"

/** Words of the page of changes and corrections. */
export const changes: typeof en = { title: "تبدیلیاں", lede: "کیا شائع ہوا، کب اور کیوں" }
