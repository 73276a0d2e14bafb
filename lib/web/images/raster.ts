import "server-only"
import { type ChildProcess, fork } from "node:child_process"
import { join } from "node:path"
import { Turns } from "@/lib/data/turns"

/**
 * Drawing text takes hundreds of megabytes, which the library never gives back: it is done by a process of its own,
 * which ends when nothing has been asked of it for a while, or after so many drawings.
 */
type Painter = { process: ChildProcess; drawn: number; idle?: NodeJS.Timeout }
const IDLE_MS = 15_000
const MOST_DRAWINGS = 40
const PATIENCE_MS = 30_000

type Asked = { svg: string; width: number; density: number }
type Answer = { png: Uint8Array } | { reason: string }

let painter: Painter | null = null
const drawings = new Turns(1, {
  mostWaiting: 200,
  refusal: "Too many pictures are being drawn. Please try again shortly.",
})

/**
 * A drawing as a PNG of this width; its own colours, few as they are, keep the file small. Drawn one after another.
 * @throws Error when it cannot be drawn, Refusal `unavailable` when too many wait.
 */
export async function pngOf(svg: string, width: number): Promise<Buffer> {
  // Set at the size asked for rather than enlarged: text stays sharp.
  const own = Number(/ width="(\d+)"/.exec(svg)?.[1] ?? width)
  return drawings.take(() => paint({ svg, width, density: (72 * width) / own }))
}

function paint(asked: Asked): Promise<Buffer> {
  const own = (painter ??= opened())
  clearTimeout(own.idle)
  own.drawn++
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => close(own), PATIENCE_MS)
    const settle = (answer: Answer) => {
      clearTimeout(timer)
      own.process.off("message", settle).off("exit", ended).off("error", ended)
      rest(own)
      if ("png" in answer) resolve(Buffer.from(answer.png))
      else reject(new Error(answer.reason))
    }
    const ended = () => {
      close(own)
      settle({ reason: "the process that draws pictures has ended" })
    }
    own.process.on("message", settle).on("exit", ended).on("error", ended)
    own.process.channel?.ref()
    own.process.send(asked)
  })
}

function opened(): Painter {
  const fonts = join(process.cwd(), "lib/web/images/fonts.conf")
  // Our own fonts, whatever the machine has; few arenas, or what is freed in one is of no use to another.
  const env = { FONTCONFIG_FILE: fonts, MALLOC_ARENA_MAX: "2", NODE_ENV: "production" as const }
  const own = fork(join(process.cwd(), "lib/cli/painter.mjs"), { env, execArgv: [], serialization: "advanced" })
  // It may end while nobody waits for it.
  own.on("error", () => undefined).unref()
  return { process: own, drawn: 0 }
}

function rest(own: Painter): void {
  // A server that stops does not wait for it.
  own.process.channel?.unref()
  if (own.drawn >= MOST_DRAWINGS) close(own)
  else own.idle = setTimeout(() => close(own), IDLE_MS).unref()
}

function close(own: Painter): void {
  clearTimeout(own.idle)
  if (painter === own) painter = null
  own.process.kill("SIGKILL")
}
