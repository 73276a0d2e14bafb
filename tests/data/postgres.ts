import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { startEmbedded } from "@/lib/data/postgres/embedded"
import { createDatabase, prepare } from "@/lib/data/postgres/open"
import { APP_ROLE } from "@/lib/data/postgres/rights"
import { secrets } from "@/lib/data/settings"

/** What tests need to know of the Postgres they run on. `{name}` stands for a database. */
export type Cluster = { folder: string; ownerUrl: string; appUrl: string; template: string }

declare module "vitest" {
  interface ProvidedContext {
    cluster: Cluster
  }
}

/** One real Postgres for all data tests, with a migrated database that each test file gets a copy of. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "nap-data-"))
  const { databasePassword, appPassword } = secrets(folder)
  const server = await startEmbedded(folder, databasePassword)
  const template = "nap_template"
  await createDatabase(server.url("postgres"), template)
  await prepare(server.url(template), appPassword)
  project.provide("cluster", {
    folder,
    ownerUrl: server.url("{name}"),
    appUrl: server.url("{name}", { name: APP_ROLE, password: appPassword }),
    template,
  })
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
