import type { Rows } from "./row"

export const people: Rows = {}
