import type { Rows } from "./row"

export const notices: Rows = {}
