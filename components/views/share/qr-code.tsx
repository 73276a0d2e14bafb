"use client"

import { useEffect, useState } from "react"
import type { Words } from "@/components/views/share/words"

/** Modules of white around the code that readers of it need. */
const QUIET = 4
const PRINT_WIDTH = 1024

type Drawn = { size: number; path: string; png: string }

/** The address as a QR code, drawn in this browser; dark on white in every theme, or phones could not read it. */
export function QrCode({ words: { links }, url }: { words: Words; url: string }) {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  useEffect(() => {
    let isCurrent = true
    void draw(url).then((made) => {
      if (isCurrent) setDrawn(made)
    })
    return () => {
      isCurrent = false
    }
  }, [url])
  if (drawn === null) return <div className="qrbox" />
  const { told } = links
  const { size, path, png } = drawn
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="512" height="512"><rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${path}"/></svg>`
  return (
    <div className="qrbox">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={told.qr} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path fill="#000" d={path} />
      </svg>
      <div className="flex flex-col gap-2">
        <a className="btn sm" href={`data:image/svg+xml,${encodeURIComponent(svg)}`} download="nap-link.svg">
          {told.saveSvg}
        </a>
        <a className="btn sm" href={png} download="nap-link.png">
          {told.savePng}
        </a>
      </div>
    </div>
  )
}

/** Fetched only once a link is made. */
async function draw(url: string): Promise<Drawn> {
  const { create, toDataURL } = await import("qrcode")
  const { modules } = create(url, { errorCorrectionLevel: "M" })
  const rows = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) =>
      modules.get(row, column) ? `M${column + QUIET} ${row + QUIET}h1v1h-1z` : "",
    ).join(""),
  )
  const png = await toDataURL(url, { errorCorrectionLevel: "M", margin: QUIET, width: PRINT_WIDTH })
  return { size: modules.size + 2 * QUIET, path: rows.join(""), png }
}
