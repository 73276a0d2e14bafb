/**
 * The only error that may reach a person: something they can fix. Anything else is a bug and shows
 * the error page. The English sentence is for logs and the API; screens look the words up by code.
 * `detail` travels to the client beside the code (a conflict carries both versions there); its `retryAfter`, the
 * seconds after which another try makes sense, as a header.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly fields: Record<string, string[]> = {},
    readonly detail: Record<string, unknown> = {},
  ) {
    super(message)
    this.name = "Refusal"
  }
}

/** What parameters of an address are refused for, the same for each. */
export const badParameters = (names: readonly string[], message = "Unknown parameter or value.") =>
  new Refusal(
    "invalid",
    `Unknown or bad parameter: ${names.join(", ")}.`,
    // Not by assignment: a parameter may be called __proto__.
    Object.fromEntries(names.map((name) => [name, [message]])),
  )

export type RefusalCode = keyof typeof HTTP_STATUS

export const HTTP_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  not_allowed: 405,
  conflict: 409,
  too_large: 413,
  locked: 423,
  too_many: 429,
  unavailable: 503,
} as const
