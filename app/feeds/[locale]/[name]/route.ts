import { handleFeed } from "@/lib/web/feeds"

export const dynamic = "force-dynamic"

/** Changes as a feed; the parameters narrow it. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; name: string }> }) {
  return handleFeed(request, await params)
}
