import { createShare } from "@/lib/data/share-upkeep"
import { share } from "@/tests/data/samples"
import type { Someone } from "@/tests/web/client"
import { READ, type Rows } from "./row"

const PASSWORD = "a long password"

/** Whoever holds the address, whoever they are: it stands where other objects have their id. */
const aLink = (password: string | null) => ({
  given: "link",
  make: async (owner: Someone) => {
    const { token, share: made } = await createShare(owner, share({ password }))
    return { id: token, version: made.version }
  },
})

export const links: Rows = {
  "GET /api/v1/links/{token}": [{ ...aLink(null), path: ({ id }) => `/api/v1/links/${id}`, expected: READ }],
  "POST /api/v1/links/{token}/unlock": [
    {
      ...aLink(PASSWORD),
      path: ({ id }) => `/api/v1/links/${id}/unlock`,
      body: () => ({ password: PASSWORD }),
      expected: READ,
    },
  ],
}
