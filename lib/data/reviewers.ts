import "server-only"
import { read } from "@/lib/data/write"
import { type Actor, assertCan, personOf, POLICY, type Role } from "@/lib/domain/policy"

/** Whom an author may ask to look at a proposal: everybody else who reviews, by name. */
export async function reviewers(actor: Actor): Promise<{ id: string; name: string; role: Role }[]> {
  assertCan(actor, "proposal.write")
  const { id } = personOf(actor)
  const people = await read((tx) =>
    tx.user.findMany({
      where: { role: { in: [...POLICY["proposal.review"]] }, disabledAt: null, id: { not: id } },
      select: { id: true, name: true, role: true },
      orderBy: { name: "asc" },
    }),
  )
  return people.map((person) => ({ ...person, role: person.role as Role }))
}
