import type { ComponentProps } from "react"
import { BarePage } from "@/components/site/bare-page"
import { LinkWords } from "@/components/views/share/link-words"

/**
 * A calm page in the place of a shared view, with nothing about why. One rendering answers for every link, so it cannot
 * lead to its own address in the other language; it says its words in both instead.
 */
export function LinkMessage(props: ComponentProps<typeof LinkWords>) {
  return (
    <BarePage locale={props.locale}>
      <LinkWords {...props} />
    </BarePage>
  )
}
