/** Each drawing twice, and which of them a screen shows. */
export const SIZES = [
  { size: "wide", only: "only-l" },
  { size: "narrow", only: "only-s" },
] as const
