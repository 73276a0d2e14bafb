/** Progress and notes for the person at the terminal. stdout is left to a command's own answer. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
