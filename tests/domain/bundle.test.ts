import { execFile } from "node:child_process"
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"
import { afterAll, beforeEach, expect, test } from "vitest"
import { bundled } from "@/lib/cli/bundle.mjs"

const folder = "tests/.results/bundle"
const entry = join(folder, "entry.ts")
const made: string[] = []

const write = (value: string) => {
  const text = `import "server-only"\nimport { dayOf } from "@/lib/domain/date"\n`
  writeFileSync(entry, `${text}export const said: string = ${JSON.stringify(value)} + dayOf("2026-01-01T00:00:00Z")\n`)
}
const bundle = async () => {
  const path = await bundled(entry)
  made.push(dirname(path))
  return path
}
const saidBy = async (path: string) => ((await import(pathToFileURL(path).href)) as { said: string }).said

/** The same in a process of its own. */
const inProcess = async () => {
  const code = `console.log(await (await import("./lib/cli/bundle.mjs")).bundled(${JSON.stringify(entry)}))`
  return (await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code])).stdout.trim()
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
})
afterAll(() => {
  for (const path of [folder, ...made]) rmSync(path, { recursive: true, force: true })
})

test("what runs is the source as it is now, and is made anew only when it changed", async () => {
  write("first ")
  const first = await bundle()
  expect(await saidBy(first)).toBe("first 2026-01-01")
  const { mtimeMs } = statSync(first)
  expect(await bundle()).toBe(first)
  expect(statSync(first).mtimeMs).toBe(mtimeMs)
  write("second ")
  const second = await bundle()
  expect(await saidBy(second)).toBe("second 2026-01-01")
  // Whoever runs the first goes on.
  expect(statSync(first).mtimeMs).toBe(mtimeMs)
})

test("several that start at once make one and leave nothing else behind", async () => {
  write("at once ")
  const said = await Promise.all([1, 2, 3].map(inProcess))
  const [path] = new Set(said)
  expect(said).toEqual([path, path, path])
  made.push(dirname(path!))
  expect(await saidBy(path!)).toBe("at once 2026-01-01")
  expect(readdirSync(dirname(dirname(path!))).filter((name) => name.includes("."))).toEqual([])
})
