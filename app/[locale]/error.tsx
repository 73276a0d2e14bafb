"use client"

import { CrashMessage } from "@/components/site/crash-message"

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main">
      <CrashMessage digest={error.digest} retry={reset} />
    </main>
  )
}
