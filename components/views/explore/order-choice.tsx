import { type ExploreChoice, type ExploreSort, sortParam } from "@/lib/domain/views/explore-choice"
import type { ExploreWords } from "./words"

const FROM_ABOVE: readonly string[] = ["finding", "claim", "gap", "months", "evidence", "sources", "silences", "rating"]

/** Whether the first order is from the largest or newest, as where that is what one looks for. */
export const isFromAbove = (by: ExploreSort["by"]) => FROM_ABOVE.includes(by)

/**
 * The order of the rows as a field of the form, for phones, whose cards have no heads to press: what is shown, both ways.
 * On wider windows it is not seen, and sends the order along.
 */
export function OrderChoice({ words, choice: { sort, columns } }: { words: ExploreWords; choice: ExploreChoice }) {
  const sides: ExploreSort["by"][] = ["commitment", ...columns]
  const by = sort && !sides.includes(sort.by) ? [...sides, sort.by] : sides
  return (
    <div className="field xf-order">
      <label htmlFor="explore-order">{words.order}</label>
      <div className="xf-q">
        {/* The form hears what is chosen. */}
        <select
          className="in"
          id="explore-order"
          name="sort"
          value={sort ? sortParam(sort) : ""}
          onChange={() => undefined}
        >
          <option value="">{words.planOrder}</option>
          {by.flatMap((each) => {
            const name = each === "commitment" ? words.commitment : words.columns[each]
            const first = isFromAbove(each)
            return [first, !first].map((descending) => (
              <option key={`${each}${descending}`} value={sortParam({ by: each, descending })}>
                {name} {descending ? "↓" : "↑"}
              </option>
            ))
          })}
        </select>
        <button className="btn [@media(scripting:enabled)]:hidden!">{words.apply}</button>
      </div>
    </div>
  )
}
