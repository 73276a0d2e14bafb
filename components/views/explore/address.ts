import { choiceParams, type ExploreChoice } from "@/lib/domain/views/explore-choice"

/** The one address of a choice: the question's parameters, then what was chosen, lists with plain commas. */
export function exploreAddress(
  path: string,
  carried: readonly (readonly [string, string])[],
  choice: ExploreChoice,
): string {
  const search = [...carried, ...choiceParams(choice)]
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
    .join("&")
  return search ? `${path}?${search}` : path
}
