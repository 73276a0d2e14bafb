import type { NextConfig } from "next"

const config: NextConfig = {
  // Types are checked once, by `npm test`; a build on a reader's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: true,
  poweredByHeader: false,
  htmlLimitedBots: /.*/, // what previews are made from stands in <head>, whoever asks
  compress: false, // our server compresses each page once (lib/web/page-cache.ts)
  // A screen is loaded when somebody first asks for it: 40 MB less where a few screens are read.
  experimental: { preloadEntriesOnStart: false },
  images: { unoptimized: true },
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
}

export default config
