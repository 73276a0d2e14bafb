import type { PlainItem } from "@/components/charts/drawing-key"

/** The key above a narrow drawing, which has no room for its own. */
export function KeyList({ items }: { items: readonly PlainItem[] }) {
  return items.length === 0 ? null : (
    <div className="only-s">
      <ul className="okey small" aria-hidden="true">
        {items.map((item) => (
          <li key={item.words}>
            {"look" in item ? (
              <svg width="14" height="14" viewBox="0 0 14 14">
                <rect x="1" y="1" width="12" height="12" style={item.look} />
              </svg>
            ) : (
              <b className="num" dir="ltr">
                {item.sign}
              </b>
            )}
            {item.words}
          </li>
        ))}
      </ul>
    </div>
  )
}
