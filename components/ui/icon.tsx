const SHAPES = {
  arrow: <path d="M2.5 8h11M9.5 4l4 4-4 4" />,
  bell: <path d="M8 2a4 4 0 0 1 4 4c0 3.5 1.5 4.5 1.5 5.5h-11C2.5 10.5 4 9.5 4 6a4 4 0 0 1 4-4zM6.5 13.5h3" />,
  book: <path d="M3 2.5h8.5a1.5 1.5 0 0 1 1.5 1.5v9.5H4.5A1.5 1.5 0 0 1 3 12zM3 12a1.5 1.5 0 0 1 1.5-1.5H13M6 5.5h4" />,
  chart: <path d="M2.5 13.5h11M4.5 13V8M8 13V4M11.5 13V6.5" />,
  check: <path d="m3 8.4 3.2 3.2L13 4.6" />,
  chevron: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  "chevron-down": <path d="m3.5 6 4.5 4.5L12.5 6" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.3 1.6" />
    </>
  ),
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  download: <path d="M8 2v8M5 7.4 8 10.4l3-3M3 13.5h10" />,
  filter: <path d="M2 4h12M4.5 8h7M7 12h2" />,
  link: (
    <path d="M6.6 9.4 9.4 6.6M7.2 4.8l1.4-1.4a2.8 2.8 0 0 1 4 4l-1.4 1.4M8.8 11.2l-1.4 1.4a2.8 2.8 0 0 1-4-4l1.4-1.4" />
  ),
  list: <path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4v0M2.5 8v0M2.5 12v0" />,
  lock: <path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  minus: <path d="M4 8h8" />,
  moon: <path d="M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" />,
  pen: <path d="m2.5 13.5.7-3.2 7.6-7.6 2.5 2.5-7.6 7.6z" />,
  people: (
    <>
      <circle cx="6" cy="5.5" r="2.5" />
      <path d="M1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.8c1.6.6 2.5 1.9 2.5 3.7" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  recheck: <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="m10.3 10.3 3.4 3.4" />
    </>
  ),
  share: <path d="M8 10V2M5 4.5 8 1.8l3 2.7M3 8.5V14h10V8.5" />,
  table: <path d="M2 3h12v10H2zM2 6.5h12M6.5 3v10" />,
  upload: <path d="M8 14V4M4 8l4-4 4 4M3 2h10" />,
  warning: <path d="M8 2.2 14.3 13.3H1.7zM8 6.5v3.2M8 11.6v.1" />,
} as const

export type IconName = keyof typeof SHAPES

/** Icons that point along the line of reading turn round in Urdu. */
const FOLLOWS_READING: readonly IconName[] = ["arrow", "chevron"]

/** A 16-pixel line drawing in the colour of the text. Always decorative: the words beside it, or the label, say it. */
export function Icon({ name, size, className }: { name: IconName; size?: number; className?: string }) {
  const classes = ["ico", FOLLOWS_READING.includes(name) && "flip", className].filter(Boolean).join(" ")
  return (
    <svg
      className={classes}
      viewBox="0 0 16 16"
      aria-hidden="true"
      style={size ? { width: size, height: size } : undefined}
    >
      {SHAPES[name]}
    </svg>
  )
}
