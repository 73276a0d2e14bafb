import type { Rows } from "./row"

export const ledger: Rows = {}
