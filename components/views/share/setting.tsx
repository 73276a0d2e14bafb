import type { ReactNode } from "react"

/** One setting of a link on a line: what it is, a word about it, and its control. `more` unfolds below. */
export function Setting({
  id,
  title,
  hint,
  more,
  children,
}: {
  id: string
  title: string
  hint: string
  more?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="setrow">
      <label htmlFor={id}>
        <b className="font-semibold">{title}</b>
        <br />
        <span className="small muted" id={`${id}-hint`}>
          {hint}
        </span>
      </label>
      {children}
      {more ? <div className="col-span-full flex flex-col gap-3 pt-2">{more}</div> : null}
    </div>
  )
}

/** On or off. A checkbox underneath, so that the keyboard and screen readers work as everywhere. */
export function Switch({ id, isOn, onTurn }: { id: string; isOn: boolean; onTurn: (isOn: boolean) => void }) {
  return (
    <span className="swx">
      <input
        type="checkbox"
        role="switch"
        id={id}
        aria-describedby={`${id}-hint`}
        checked={isOn}
        onChange={(event) => onTurn(event.target.checked)}
      />
      <i />
    </span>
  )
}
