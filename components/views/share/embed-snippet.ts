import type { ShareChart } from "@/lib/domain/share"

/** Pixels that are enough for most widths where the page around the frame runs no script. */
export const EMBED_HEIGHT: Record<ShareChart | "screen", number> = {
  screen: 760,
  trend: 560,
  butterfly: 1400,
  imbalance: 340,
  "strand-kinetic": 440,
  "strand-non-kinetic": 440,
  evidence: 520,
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

/**
 * The HTML that puts a view into another site's page: a frame, and a script that gives it the height its content asks
 * for. The frame works without the script. Only messages of the frame itself count, and of them only a number is read.
 */
export function embedSnippet(src: string, title: string, height: number): string {
  return [
    `<iframe src="${escaped(src)}" title="${escaped(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`,
    `<script>addEventListener("message",function(e){if(e.data&&e.data.type==="nap-embed"&&e.data.height>0)document.querySelectorAll("iframe").forEach(function(f){if(f.contentWindow===e.source)f.style.height=Math.min(+e.data.height,20000)+"px"})})</script>`,
  ].join("\n")
}
