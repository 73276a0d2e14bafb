import "server-only"
import { readFile } from "node:fs/promises"

/** The coding method of the starting data, as it lies beside them. */
export const codingMethod = () => readFile("prisma/dataset/CODING.md", "utf8")
