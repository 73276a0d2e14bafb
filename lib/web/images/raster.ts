import "server-only"
import { type ChildProcess, fork } from "node:child_process"
import { join } from "node:path"

/**
 * Drawing text takes hundreds of megabytes, which the library never gives back: it is done by a process of its own,
 * which ends when nothing has been asked of it for a while, or after so many drawings.
 */
const IDLE_MS = 15_000
const MOST_DRAWINGS = 40
const PATIENCE_MS = 60_000

type Asked = { svg: string; width: number; density: number }
type Answer = { id: number; png?: Uint8Array; reason?: string }
type Waiting = { resolve: (png: Buffer) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }

let painter: Painter | null = null

/**
 * A drawing as a PNG of this width; its own colours, few as they are, keep the file small. @throws Error when it cannot
 * be drawn.
 */
export async function pngOf(svg: string, width: number): Promise<Buffer> {
  // Set at the size asked for rather than enlarged: text stays sharp.
  const own = Number(/ width="(\d+)"/.exec(svg)?.[1] ?? width)
  // One at a time, however many ask.
  while (painter?.isDone) await painter.ended
  painter ??= new Painter()
  return painter.paint({ svg, width, density: (72 * width) / own })
}

class Painter {
  private readonly process: ChildProcess
  private readonly waiting = new Map<number, Waiting>()
  private asked = 0
  private idle: NodeJS.Timeout | undefined
  /** Asked for as much as one may be; whoever comes later asks another, when this one has ended. */
  isDone = false
  readonly ended: Promise<void>

  constructor() {
    const fonts = join(process.cwd(), "lib/web/images/fonts.conf")
    // Our own fonts, whatever the machine has; few arenas, or what is freed in one is of no use to another.
    const env = { FONTCONFIG_FILE: fonts, MALLOC_ARENA_MAX: "2", NODE_ENV: "production" as const }
    this.process = fork(join(process.cwd(), "lib/cli/painter.mjs"), { env, execArgv: [], serialization: "advanced" })
    this.process.on("message", (answer: Answer) => this.settle(answer.id, answer))
    this.ended = new Promise((resolve) => {
      const over = (error: Error) => {
        if (painter === this) painter = null
        this.end(error)
        resolve()
      }
      this.process.on("error", over)
      this.process.on("exit", () => over(new Error("the process that draws pictures has ended")))
    })
    this.process.unref()
  }

  paint(asked: Asked): Promise<Buffer> {
    const id = this.asked++
    this.isDone ||= this.asked === MOST_DRAWINGS
    clearTimeout(this.idle)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end(new Error("a drawing took too long")), PATIENCE_MS)
      this.waiting.set(id, { resolve, reject, timer })
      this.process.channel?.ref()
      this.process.send({ id, ...asked })
    })
  }

  private settle(id: number, { png, reason }: Pick<Answer, "png" | "reason">): void {
    const found = this.waiting.get(id)
    if (!found) return
    clearTimeout(found.timer)
    this.waiting.delete(id)
    if (png) found.resolve(Buffer.from(png))
    else found.reject(new Error(reason))
    if (this.waiting.size > 0) return
    // A server that stops does not wait for it.
    this.process.channel?.unref()
    if (this.isDone) this.end()
    else this.idle = setTimeout(() => this.end(), IDLE_MS).unref()
  }

  private end(error?: Error): void {
    this.isDone = true
    clearTimeout(this.idle)
    for (const id of this.waiting.keys()) this.settle(id, { reason: error?.message ?? "ended" })
    this.process.kill("SIGKILL")
  }
}
