import type { Rows } from "./row"

export const imports: Rows = {}
