import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { readSettings, secrets } from "@/lib/data/settings"

test("nothing set: the settings of the README", () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    databaseUrl: null,
    visibility: "public",
    baseUrl: "http://127.0.0.1:3000",
    team: "two-person",
  })
})

test.each([
  ["PORT", "80a"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://user:secret@host/db"],
  ["NAP_VISIBILITY", "secret"],
  ["NAP_BASE_URL", "my-tracker"],
  ["NAP_TEAM", "three-person"],
  ["LOG_LEVEL", "loud"],
])("a bad %s stops the start with its name and without its value", (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name}: (?!.*${value})`))
})

test("every bad setting is named at once; an empty one counts as not set", () => {
  expect(() => readSettings({ PORT: "x", NAP_TEAM: "x" })).toThrow(/PORT: .*; NAP_TEAM: /)
  expect(readSettings({ PORT: "", NAP_BASE_URL: "https://nap.example.org/" }).baseUrl).toBe("https://nap.example.org")
})

test("secrets are made once, for the owner's eyes only, also where no folder was", () => {
  const parent = mkdtempSync(join(tmpdir(), "nap-secrets-"))
  const folder = join(parent, "deep", "nap")
  const made = secrets(folder)
  expect(new Set(Object.values(made)).size).toBe(Object.keys(made).length)
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600)
  const elsewhere = secrets(join(parent, "other"))
  expect(elsewhere.authSecret).not.toBe(made.authSecret)
  expect(secrets(folder)).toEqual(made)
  rmSync(parent, { recursive: true })
})
