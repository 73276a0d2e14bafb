import type { Rows } from "./row"

export const copies: Rows = {}
