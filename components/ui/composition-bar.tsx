export type Composition = {
  complete: number
  intermediate: number
  minimum: number
  notInitiated: number
  unrated: number
}

const SEGMENTS = [
  { part: "complete", look: "lv3" },
  { part: "intermediate", look: "lv2" },
  { part: "minimum", look: "lv1" },
  { part: "notInitiated", look: "lv0" },
  { part: "unrated", look: "lvx" },
] as const

// On the narrowest screen a bar is about 290 pixels wide: a smaller share than this has no room for its number.
const ROOM_FOR_NUMBER = 0.075

/**
 * How many commitments stand at each level, as one bar. `labels` name the parts for a screen reader; `hrefs` lead from
 * a part to its commitments, and `linkLabel` says so.
 */
export function CompositionBar({
  counts,
  labels,
  thin = false,
  hrefs,
  linkLabel = (words) => words,
}: {
  counts: Composition
  labels: Record<keyof Composition, string>
  thin?: boolean
  hrefs?: Record<keyof Composition, string> | undefined
  linkLabel?: (part: string, count: number) => string
}) {
  const total = SEGMENTS.reduce((sum, { part }) => sum + counts[part], 0)
  const spoken = SEGMENTS.map(({ part }) => `${labels[part]} ${counts[part]}`).join(", ")
  return (
    <div className={thin ? "comp thin" : "comp"} role={hrefs ? "group" : "img"} aria-label={spoken}>
      {SEGMENTS.filter(({ part }) => counts[part] > 0).map(({ part, look }) => (
        <span key={part} className={look} style={{ flex: counts[part] }} title={`${labels[part]}: ${counts[part]}`}>
          {hrefs && counts[part] / total >= ROOM_FOR_NUMBER ? (
            <a href={hrefs[part]} aria-label={linkLabel(labels[part], counts[part])}>
              <b>{counts[part]}</b>
            </a>
          ) : counts[part] / total >= ROOM_FOR_NUMBER ? (
            <b>{counts[part]}</b>
          ) : null}
        </span>
      ))}
    </div>
  )
}
