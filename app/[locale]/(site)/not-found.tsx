import { NotFoundMessage } from "@/components/site/not-found-message"
import { messages } from "@/lib/i18n/messages"

export default function NotFound() {
  return <NotFoundMessage words={{ en: messages("en").site.notFound, ur: messages("ur").site.notFound }} />
}
