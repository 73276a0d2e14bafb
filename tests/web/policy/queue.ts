import type { Rows } from "./row"

export const queue: Rows = {}
