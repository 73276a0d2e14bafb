import { plural } from "@/lib/i18n/format"

/** Words of the page that a browser gets where an address could not be answered at all; of a fault of ours see crash. */
export const problem = {
  unavailable: {
    title: "This page cannot be shown at the moment",
    text: "The site is starting, has more to answer than it can, or cannot reach its record. The address is right, and nothing is lost.",
  },
  invalid: {
    title: "This address cannot be read",
    text: "Part of it is spelled in a way that no address can be. It may have been cut off or mistyped.",
  },
  refused: {
    title: "This cannot be answered",
    text: "What was sent to this address is not what it takes.",
  },
  wait: (seconds: number) =>
    seconds < 120
      ? `Please try again in ${plural(seconds, "1 second", `${seconds} seconds`)}.`
      : `Please try again in ${Math.ceil(seconds / 60)} minutes.`,
}
