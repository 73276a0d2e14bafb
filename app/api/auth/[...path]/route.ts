import { handleAuth } from "@/lib/web/auth"
import { problem } from "@/lib/web/problem"

export const dynamic = "force-dynamic"

export async function POST(request: Request): Promise<Response> {
  try {
    return await handleAuth(request)
  } catch (error) {
    return problem(error, request)
  }
}
