import { untimelySides } from "@/components/views/compare/words"
import type { CitedView } from "@/lib/domain/views/cited"
import { unadopted } from "@/lib/domain/views/scope"

/**
 * Whether a screen is of a day before its plan, so that it says so and has no chart. What publishers counted is of no
 * plan, and lists of records judge nothing.
 */
export function isUntimely({ screen, view }: CitedView): boolean {
  switch (screen) {
    case "compare":
      // Of two plans the lines of the one that was there are drawn.
      return untimelySides(view).length > (view.by === "plans" ? 1 : 0)
    case "overview":
    case "points":
    case "point":
    case "momentum":
    case "explore":
    case "sandbox":
      return unadopted(view) !== null
    default:
      return false
  }
}
