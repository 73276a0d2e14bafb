import { conflict, review } from "./admin/review"
import { desk, queue, recheck } from "./admin/desk"
import { links, people } from "./admin/links"
import { proposal } from "./admin/proposal"

/** Words of the editors’ screens. */
export const admin = { title: "Editing", desk, queue, recheck, proposal, review, conflict, links, people }
