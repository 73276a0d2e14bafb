// Draws pictures for the server (lib/web/images/raster.ts), one after another, and ends with it.

import sharp from "sharp"

sharp.cache(false)
sharp.concurrency(1)

process.on("message", async ({ svg, width, density }) => {
  try {
    const drawn = sharp(Buffer.from(svg), { density }).resize({ width })
    process.send({ png: await drawn.png({ palette: true, compressionLevel: 9 }).toBuffer() })
  } catch (error) {
    process.send({ reason: String(error) })
  }
})
process.on("disconnect", () => process.exit())
// What stops the server reaches this one too; it goes on until the server has sent its last answer.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {})
