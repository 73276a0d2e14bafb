import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL("..", import.meta.url))
const alias = {
  "@": root.replace(/\/$/, ""),
  "server-only": `${root}node_modules/server-only/empty.js`,
}

export default defineConfig({
  root,
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "domain",
          include: ["tests/domain/**/*.test.{ts,tsx}", "tests/i18n/**/*.test.ts", "tests/architecture.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "data",
          include: ["tests/data/**/*.test.ts"],
          globalSetup: ["tests/data/postgres.ts"],
          setupFiles: ["tests/data/database.ts"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          // Each starts sites of its own and means to have the machine for itself.
          fileParallelism: false,
          include: ["tests/faults/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "web",
          fileParallelism: false,
          include: ["tests/web/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
