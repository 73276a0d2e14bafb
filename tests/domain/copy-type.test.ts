import fc from "fast-check"
import sharp from "sharp"
import { describe, expect, test } from "vitest"
import { copyTypeOf, endOfJpeg, endOfPng, isHarmlessTail, withoutJpegMetadata } from "@/lib/domain/copy-type"
import { Refusal } from "@/lib/domain/refusal"
import { photo } from "@/tests/data/files"

const typeOf = (text: string) => copyTypeOf(new TextEncoder().encode(text)).type

describe("the type is told by the bytes", () => {
  test("whatever the bytes, there is a type or a refusal", () => {
    const beginning = fc.constantFrom(
      "",
      "%PDF-",
      "\u0089PNG\r\n\u001a\n",
      "<svg",
      "<?xml ",
      "{\\rtf",
      "MIME-Version: 1\n",
    )
    fc.assert(
      fc.property(beginning, fc.uint8Array({ maxLength: 400 }), (head, rest) => {
        const bytes = Buffer.concat([Buffer.from(head, "latin1"), rest])
        try {
          expect(["pdf", "png", "jpeg", "html", "text"]).toContain(copyTypeOf(bytes).type)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
        endOfPng(bytes)
        endOfJpeg(bytes)
        withoutJpegMetadata(bytes)
      }),
      { numRuns: 500 },
    )
  })
  test("plain words of any language are text, letter by letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (words) => {
        const text = `قومی ایکشن پلان: ${words.replaceAll(/\p{C}/gu, "")}`
        expect(copyTypeOf(new TextEncoder().encode(text))).toEqual({ type: "text", text })
      }),
    )
  })
  test.each([
    "<!DOCTYPE html><title>x</title>",
    "<html lang=ur><body>x",
    "\n <!-- saved from url --> <html>",
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>',
    "<p>only a part of a page",
  ])("a page: %s", (text) => expect(typeOf(text)).toBe("html"))
  test.each(["1 < 2 and so on", "See <https://example.org>.", "% PDF is a format"])("words: %s", (text) =>
    expect(typeOf(text)).toBe("text"),
  )
})

describe("a picture's end is found, and nothing may hide behind it", () => {
  test("of a PNG and a JPEG", async () => {
    const [png, jpeg] = [await photo("x", "png"), await photo("x")]
    expect(endOfPng(png)).toBe(png.length)
    expect(endOfJpeg(jpeg)).toBe(jpeg.length)
    const longer = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("more")])
    expect(endOfPng(longer(png))).toBe(png.length)
    expect(endOfJpeg(longer(jpeg))).toBe(jpeg.length)
    for (const cut of [20, 200]) {
      expect(endOfPng(png.subarray(0, png.length - cut))).toBeNull()
      expect(endOfJpeg(jpeg.subarray(0, jpeg.length - cut))).toBeNull()
    }
    expect(isHarmlessTail(Buffer.alloc(9))).toBe(true)
    expect(isHarmlessTail(jpeg)).toBe(true)
    expect(isHarmlessTail(longer(jpeg))).toBe(false)
    expect(isHarmlessTail(Buffer.from("<script>"))).toBe(false)
  })
  test("a JPEG without its camera has the same pixels", async () => {
    const noise = { type: "gaussian" as const, mean: 128, sigma: 40 }
    const original = await sharp({ create: { width: 48, height: 32, channels: 3, background: "#000", noise } })
      .withExif({ IFD0: { Artist: "QxSecret" } })
      .withXmp("<x>QxSecret</x>")
      .jpeg()
      .toBuffer()
    const clean = withoutJpegMetadata(original)!
    expect(original.includes("QxSecret")).toBe(true)
    expect(Buffer.from(clean).includes("QxSecret")).toBe(false)
    const { exif, xmp } = await sharp(clean).metadata()
    expect([exif, xmp]).toEqual([undefined, undefined])
    const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()
    expect(await pixels(clean)).toEqual(await pixels(original))
    expect(withoutJpegMetadata(clean)).toEqual(clean)
  })
})
