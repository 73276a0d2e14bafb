import type { Source } from "@/lib/domain/records"

/** Whether a source is the project's own record of a search that found nothing, and so no publication. */
export const isSearchRecord = ({ kind, publisher }: Pick<Source, "kind" | "publisher">) =>
  kind === "reference" && publisher === "NAP Tracker"
