import type { Rows } from "./row"

export const drafts: Rows = {}
