// Draws pictures for the server (lib/web/images/raster.ts), one after another, and ends with it.

import sharp from "sharp"

sharp.cache(false)
sharp.concurrency(1)

let last = Promise.resolve()
process.on("message", (asked) => {
  last = last.then(() => draw(asked))
})
process.on("disconnect", () => process.exit())
// A terminal's Ctrl-C reaches this one too; the server says when it is enough.
process.on("SIGINT", () => {})

async function draw({ id, svg, width, density }) {
  try {
    const drawn = sharp(Buffer.from(svg), { density }).resize({ width })
    const png = await drawn.png({ palette: true, compressionLevel: 9 }).toBuffer()
    process.send({ id, png })
  } catch (error) {
    process.send({ id, reason: String(error) })
  }
}
