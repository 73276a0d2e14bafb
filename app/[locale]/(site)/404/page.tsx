import type { Metadata } from "next"
import { NotFoundMessage } from "@/components/site/not-found-message"
import { messages } from "@/lib/i18n/messages"

export const metadata: Metadata = { robots: { index: false } }

/**
 * The not-found page as a page of its own. Next answers notFound() with an empty document that only JavaScript
 * fills; our server sends these bytes, with status 404, in its place.
 */
export default function NotFoundPage() {
  return <NotFoundMessage words={{ en: messages("en").site.notFound, ur: messages("ur").site.notFound }} />
}
