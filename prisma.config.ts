import { fileURLToPath } from "node:url"
import { defineConfig } from "prisma/config"

// Prisma's command line would otherwise download a native engine before every command. Nothing of ours downloads
// anything outside the npm registry, so it gets its own engine as WebAssembly instead.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("prisma/schema-engine-shim.mjs", import.meta.url))

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Commands that need no database (generate, validate) still want an address.
  datasource: {
    url: process.env.DATABASE_URL ?? "postgresql://nobody@127.0.0.1:1/nap",
    shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL,
  },
})
