import "server-only"

/** What `work` gives, or "late" when that takes longer than `limit` milliseconds; the work itself goes on. */
export async function within<T>(limit: number, work: Promise<T>): Promise<T | "late"> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<"late">((resume) => {
    timer = setTimeout(resume, limit, "late")
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    work.catch(() => {})
  }
}
