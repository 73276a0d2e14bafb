import type { admin as en } from "@/lib/i18n/en/admin"
import { desk, queue, recheck } from "./admin/desk"
import { links, people } from "./admin/links"
import { proposal } from "./admin/proposal"
import { conflict, review } from "./admin/review"

export const admin: typeof en = { title: "ادارت", desk, queue, recheck, proposal, review, conflict, links, people }
