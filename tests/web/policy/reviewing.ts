import type { Rows } from "./row"

export const reviewing: Rows = {}
