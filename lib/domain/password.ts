/** How long a password may be, in characters. */
export const SHORTEST_PASSWORD = 15
export const LONGEST_PASSWORD = 200

export const isRightLength = (password: string): boolean =>
  password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD
