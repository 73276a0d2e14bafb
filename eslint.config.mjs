import next from "eslint-config-next/core-web-vitals"
import typescript from "eslint-config-next/typescript"

const config = [
  { ignores: [".next*/**", ".nap*/**", "prisma/generated/**", "next-env.d.ts", "tests/.results/**"] },
  ...next,
  ...typescript,
  {
    linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true },
    rules: { "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }] },
  },
]

export default config
