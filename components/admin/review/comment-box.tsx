"use client"

import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import { TextArea } from "@/components/form/inputs"
import { Icon } from "@/components/ui/icon"
import type { Locale } from "@/lib/i18n/locale"
import { useJudging } from "./judging"

/** A reviewer's comment on one step: a button until there is one. */
export function CommentBox({ locale, step }: { locale: Locale; step: number }) {
  const { review } = adminWords(locale).admin
  const judging = useJudging()
  const [isOpen, setOpen] = useState(false)
  if (!judging) return null
  const text = judging.comments[step] ?? ""
  if (!isOpen && text === "") {
    return (
      <button type="button" className="btn sm mt-2" data-comment onClick={() => setOpen(true)}>
        <Icon name="pen" />
        {review.comment}
      </button>
    )
  }
  return (
    <div className="mt-3 max-w-[760px]">
      <TextArea
        id={`comment-${step}`}
        label={review.comment}
        hint={review.commentHint}
        maxLength={2000}
        data-comment
        // Opened by the reader's own press, to type at once.
        autoFocus={isOpen}
        value={text}
        onChange={(value) => judging.setComment(step, value)}
      />
    </div>
  )
}
