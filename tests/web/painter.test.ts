import sharp from "sharp"
import { expect, test } from "vitest"
import { pngOf } from "@/lib/web/images/raster"

const drawing = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 20" width="${width}" height="20"><rect width="${width}" height="20" fill="#1f5fa8"/><text x="2" y="14" font-family="Inter">${width}</text></svg>`

test("more pictures at once than one process draws all come, each its own", async () => {
  const widths = Array.from({ length: 90 }, (_, at) => 40 + at)
  const pictures = await Promise.all(widths.map((width) => pngOf(drawing(width), 2 * width)))
  for (const [at, picture] of pictures.entries()) {
    const { format, width, height } = await sharp(picture).metadata()
    expect({ format, width, height }).toEqual({ format: "png", width: 2 * widths[at]!, height: 40 })
  }
})

test("more than may wait are refused, and those that wait are drawn", async () => {
  const all = await Promise.allSettled(Array.from({ length: 231 }, () => pngOf(drawing(30), 30)))
  const refused = all.filter((it) => it.status === "rejected")
  expect(refused).toHaveLength(30)
  for (const it of refused) expect(it.reason).toMatchObject({ code: "unavailable" })
})

test("what cannot be drawn fails alone, and the next is drawn", async () => {
  const [bad, good] = await Promise.allSettled([pngOf("<svg never closed", 100), pngOf(drawing(50), 100)])
  expect(bad.status).toBe("rejected")
  expect(good.status).toBe("fulfilled")
  expect((await pngOf(drawing(60), 120)).length).toBeGreaterThan(60)
})
