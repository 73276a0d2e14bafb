import { clearAsOwner } from "@/lib/data/leftovers"
import { SYSTEM } from "@/lib/domain/policy"
import { say } from "@/lib/cli/say"
import { answer } from "./answer"
import { actionOf } from "./arguments"
import { withDatabase } from "./database"

/** `nap vacuum`: rewrites the tables in whose files words removed by law may still lie. */
export const run = actionOf("vacuum", {
  usage: "",
  flags: {},
  run: async (given) => {
    const cleared = await withDatabase(({ ownerUrl }) =>
      clearAsOwner(SYSTEM, ownerUrl, (table) => say(`Rewriting ${table}…`)),
    )
    answer(given, { cleared }, () => (cleared.length > 0 ? `Rewritten: ${cleared.join(", ")}` : "Nothing to rewrite."))
  },
})
