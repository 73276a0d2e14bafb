import "server-only"
import sharp from "sharp"

/**
 * A drawing as a PNG of this width; its own colours, few as they are, keep the file small. Drawn outside the main
 * thread, in the fonts that FONTCONFIG_FILE names (lib/cli/site.ts).
 * @throws Error when it cannot be drawn.
 */
export function pngOf(svg: string, width: number): Promise<Buffer> {
  // Set at the size asked for rather than enlarged: text stays sharp.
  const own = Number(/ width="(\d+)"/.exec(svg)?.[1] ?? width)
  return sharp(Buffer.from(svg), { density: (72 * width) / own })
    .resize({ width })
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer()
}
