import type { admin as en } from "@/lib/i18n/en/admin"
import { accounts } from "./admin/accounts"
import { assignments } from "./admin/assignments"
import { coding } from "./admin/coding"
import { desk, queue, recheck } from "./admin/desk"
import { evidence } from "./admin/evidence"
import { imports } from "./admin/imports"
import { ledger } from "./admin/ledger"
import { people } from "./admin/links"
import { notices } from "./admin/notices"
import { proposal } from "./admin/proposal"
import { records } from "./admin/records"
import { conflict, review } from "./admin/review"

export const admin: typeof en = {
  title: "ادارت",
  desk,
  queue,
  recheck,
  proposal,
  review,
  conflict,
  people,
  accounts,
  assignments,
  coding,
  evidence,
  imports,
  ledger,
  notices,
  records,
}
