import type { Lane, Level } from "@/lib/domain/scale"

/**
 * A level as a small tile with its digit, or a hatched tile where it cannot be rated.
 * A claim carries a double outline.
 */
export function LevelChip({
  level,
  label,
  reason,
  lane = "finding",
}: {
  level: Level | null
  label: string
  reason?: string // why it cannot be rated, in words
  lane?: Lane
}) {
  return (
    <span className={lane === "claim" ? "chip claim" : "chip"}>
      <i className={levelClass(level)}>{level}</i>
      <span>
        {label}
        {reason ? <span className="why">{reason}</span> : null}
      </span>
    </span>
  )
}

/** The tile alone, for narrow places; the words are there for a screen reader. */
export function LevelTile({ level, label }: { level: Level | null; label: string }) {
  return (
    <span className="chip" title={label}>
      <i className={levelClass(level)} aria-hidden="true">
        {level}
      </i>
      <span className="vh">{label}</span>
    </span>
  )
}

/** The class that fills an HTML box with a level's colour, or the hatch of "cannot be rated". */
export function levelClass(level: Level | null): "lv0" | "lv1" | "lv2" | "lv3" | "lvx" {
  return level === null ? "lvx" : (`lv${level}` as const)
}

/** The key of all five looks, most complete first. */
export function LevelKey({ levels, unrated }: { levels: Record<Level, string>; unrated: string }) {
  const shown: Level[] = [3, 2, 1, 0]
  return (
    <div className="ramp">
      {shown.map((level) => (
        <LevelChip key={level} level={level} label={levels[level]} />
      ))}
      <LevelChip level={null} label={unrated} />
    </div>
  )
}
