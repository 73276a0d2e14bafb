import { ClosedLink } from "@/components/views/share/closed-link"
import { messages } from "@/lib/i18n/messages"

export default function NotFound() {
  return <ClosedLink words={{ en: messages("en").share.closed, ur: messages("ur").share.closed }} />
}
