"use client"

import { useId } from "react"
import { Field } from "@/components/form/field"
import { Segments } from "@/components/form/segments"
import { Setting, Switch } from "@/components/views/share/setting"
import type { Words } from "@/components/views/share/words"

/** What is to become of a link's password: `made` has one made, `own` is what was typed, `keep` leaves it. */
export type PasswordWish = { kind: "none" | "made" | "own" | "keep"; text: string }

/** As the server takes it; undefined leaves the password alone. */
export const asAsked = ({ kind, text }: PasswordWish): true | string | null | undefined =>
  kind === "keep" ? undefined : kind === "made" ? true : kind === "own" ? text : null

type Props = { words: Words; wish: PasswordWish; isWrong: boolean; onWish: (wish: PasswordWish) => void }

/** A new link's password: off, or one made for it, or one's own. */
export function PasswordSetting({ words, wish, isWrong, onWish }: Props) {
  const { password } = words.links
  const id = useId()
  const isOn = wish.kind !== "none"
  return (
    <Setting
      id={id}
      title={password.title}
      hint={password.hint}
      more={isOn ? <PasswordKind {...{ words, wish, isWrong, onWish }} kinds={["made", "own"]} /> : null}
    >
      <Switch id={id} isOn={isOn} onTurn={(on) => onWish({ ...wish, kind: on ? "made" : "none" })} />
    </Setting>
  )
}

/** Which password, and the field for one's own. */
export function PasswordKind({
  words,
  wish,
  isWrong,
  onWish,
  kinds,
}: Props & { kinds: readonly PasswordWish["kind"][] }) {
  const { password, wrong } = words.links
  const id = useId()
  return (
    <>
      <Segments
        label={password.kind}
        hidesLabel
        value={wish.kind}
        onChange={(kind) => onWish({ ...wish, kind })}
        options={kinds.map((kind) => ({ value: kind, label: password[kind] }))}
      />
      {wish.kind === "own" ? (
        <Field id={id} label={password.text} hint={password.atLeast} error={isWrong ? wrong.password : undefined}>
          {(described) => (
            <input
              {...described}
              className="in"
              type="text"
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
              required
              maxLength={200}
              value={wish.text}
              onChange={(event) => onWish({ ...wish, text: event.target.value })}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}
