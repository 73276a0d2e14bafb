import type { Problem } from "@/components/form/client"
import { Icon } from "@/components/ui/icon"
import type { Words } from "@/components/views/share/words"

/** Why something could not be done, in words. */
export function Failure({ words: { errors }, problem }: { words: Words; problem: Problem }) {
  return (
    <p className="err" role="alert">
      <Icon name="warning" />
      {errors[problem.code]}
    </p>
  )
}
