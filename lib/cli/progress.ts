import { say } from "@/lib/cli/say"

const WIDTH = 30
const SHOW_EVERY_MS = 100

/**
 * A bar that grows while something long is done: drawn in place on a terminal, said once per step elsewhere. `read`
 * counts on, from a fresh start at -Infinity; `reach` says how far it is.
 */
export function progress() {
  let [label, whole, done, shownAt] = ["", 0, 0, 0]
  const draw = () => {
    const share = whole === 0 ? 1 : Math.min(1, done / whole)
    const filled = Math.round(share * WIDTH)
    process.stderr.write(
      `\r${label}  [${"#".repeat(filled)}${".".repeat(WIDTH - filled)}] ${Math.floor(share * 100)} % `,
    )
  }
  const show = () => {
    if (!process.stderr.isTTY || Date.now() - shownAt < SHOW_EVERY_MS) return
    shownAt = Date.now()
    draw()
  }
  return {
    begin(text: string, size: number) {
      ;[label, whole, done, shownAt] = [text, size, 0, 0]
      if (!process.stderr.isTTY) say(`${text}…`)
    },
    read: (count: number) => void (done = count < 0 ? 0 : done + count),
    reach: (far: number) => {
      done = far
      show()
    },
    show,
    end() {
      if (!process.stderr.isTTY) return
      done = whole
      draw()
      process.stderr.write("\n")
    },
  }
}
