import { Linked } from "@/components/ui/linked"
import { StrandBar } from "@/components/views/points/strand-bar"
import type { Score } from "@/lib/domain/indices"
import type { Track } from "@/lib/domain/scale"
import type { Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** One track's index with its range, and under it how many of how many it rests on, which leads to them. */
export function CountedBar({
  locale,
  track,
  score,
  href = null,
}: {
  locale: Locale
  track: Track
  score: Score
  href?: string | null
}) {
  const rated = messages(locale).terms.rated(score.rated, score.commitments)
  return (
    <>
      <StrandBar locale={locale} track={track} score={score} />
      {score.commitments > 0 ? (
        <span className="small muted num block">
          <Linked href={href}>{rated}</Linked>
        </span>
      ) : null}
    </>
  )
}
