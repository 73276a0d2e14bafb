/** A command of `npm run -s nap -- …`. `run` gets what follows its name and returns the exit code (0 when it returns nothing). */
export type Command = {
  /** Arguments as shown in the help, e.g. "add --email E --name N --role R". */
  usage: string
  summary: string
  load: () => Promise<{ run: (args: string[]) => Promise<number | void> }>
}

/** Every command by name, in the order of the help. Each lives in its own file and is loaded when called. */
export const commands: Record<string, Command> = {
  up: { usage: "", summary: "build if needed and start the server", load: () => import("./up") },
  dev: { usage: "", summary: "start the server for development", load: () => import("./dev") },
  build: { usage: "", summary: "build the site if its sources changed", load: () => import("./build") },
  test: { usage: "[--only SUITE,…]", summary: "run every check and test", load: () => import("./test") },
  user: {
    usage: "add|invite|list|role|remit|disable|enable|reset-link …",
    summary: "people who can sign in",
    load: () => import("./commands/user"),
  },
  token: { usage: "create|list|revoke …", summary: "keys for scripts", load: () => import("./commands/token") },
  share: { usage: "create|list|revoke …", summary: "links to a view", load: () => import("./commands/share") },
  import: { usage: "FILE [--dry-run] …", summary: "a table into proposals", load: () => import("./commands/import") },
  export: { usage: "--all --to FOLDER …", summary: "records as tables", load: () => import("./commands/export") },
  revisions: {
    usage: "[--limit N]",
    summary: "what was published, newest first",
    load: () => import("./commands/revisions"),
  },
  verify: {
    usage: "[--checkpoint FILE …]",
    summary: "check the whole record",
    load: () => import("./commands/verify"),
  },
  checkpoint: {
    usage: "[--out FILE]",
    summary: "sign where the record stands, to be kept elsewhere",
    load: () => import("./commands/checkpoint"),
  },
  backup: { usage: "[FILE|-]", summary: "everything into one file", load: () => import("./commands/backup") },
  restore: {
    usage: "FILE --enable EMAIL …",
    summary: "a backup into an empty database",
    load: () => import("./commands/restore"),
  },
  vacuum: {
    usage: "",
    summary: "rewrite tables in whose files removed words may lie",
    load: () => import("./commands/vacuum"),
  },
  status: { usage: "", summary: "whether the site runs, and what it holds", load: () => import("./commands/status") },
}
