import "server-only"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { db } from "@/lib/data/db"
import { publish } from "@/lib/data/publish"
import { settings } from "@/lib/data/settings"
import { SYSTEM } from "@/lib/domain/policy"
import type { Operation } from "@/lib/domain/proposal"
import { type Kind, KIND_NAMES, KINDS } from "@/lib/domain/records"

/** Where the starting data of each kind lies, under prisma/dataset. Re-checks begin with the first editor. */
export const DATASET: Record<Exclude<Kind, "check">, string> = {
  region: "regions.json",
  body: "bodies.json",
  source: "sources.json",
  plan: "plans.json",
  point: "points.json",
  commitment: "commitments.json",
  assessment: "assessments.json",
  rating: "ratings.json",
  silence: "silences.json",
  crosswalk: "crosswalk.json",
  event: "events.json",
  indicator: "indicators.json",
  observation: "observations.json",
  secondCoding: "second-coding.json",
}

/**
 * Publishes the starting data as revision 1, through the same door as everything else; does nothing when the record
 * has begun. `say` is told each kind and its count.
 * @throws Error naming the file, record and field that does not fit.
 */
export async function seed(
  say: (line: string) => void = () => {},
  folder = join(process.cwd(), "prisma/dataset"),
): Promise<{ published: boolean; revision: number }> {
  const newest = await db().revision.aggregate({ _max: { number: true } })
  if (newest._max.number !== null) return { published: false, revision: newest._max.number }

  const operations: Operation[] = []
  for (const kind of KIND_NAMES) {
    if (kind === "check") continue
    const records = await readDataset(kind, folder)
    say(`${records.length} ${DATASET[kind]}`)
    operations.push(...records.map((record) => ({ act: "add", kind, record }) as Operation))
  }
  const { revision } = await publish(SYSTEM, "proposal.publish", async () => ({
    kind: "dataset",
    reason: {
      en: "Starting data, coded by the project from published pages; not yet reviewed by a country expert.",
      ur: "ابتدائی ڈیٹا، جس کی درجہ بندی نیپ ٹریکر نے شائع شدہ صفحات سے کی؛ پاکستانی امور کے کسی ماہر نے ابھی نظرثانی نہیں کی۔",
    },
    operations,
    base: null,
    proposalId: null,
    authorId: null,
    publisherId: null,
    team: settings().team,
  }))
  return { published: true, revision }
}

async function readDataset(kind: Exclude<Kind, "check">, folder: string): Promise<object[]> {
  const file = join(folder, DATASET[kind])
  const rows = JSON.parse(await readFile(file, "utf8")) as unknown[]
  return rows.map((row, at) => {
    const read = KINDS[kind].safeParse(row)
    if (read.success) return read.data
    const { path, message } = read.error.issues[0]!
    const name = (row as { id?: string }).id ?? `row ${at + 1}`
    throw new Error(`prisma/dataset/${DATASET[kind]}: ${name}: ${path.join(".")}: ${message}`)
  })
}
