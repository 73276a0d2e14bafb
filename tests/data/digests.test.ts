import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { db } from "@/lib/data/db"
import { changeNoticeSettings, markRead, notify } from "@/lib/data/notices"
import { seed } from "@/lib/data/seed"
import type { Notice } from "@/lib/domain/notice"
import { mailOf } from "@/lib/web/digest-mail"
import { log } from "@/lib/web/log"
import { freshMemory, work } from "@/lib/web/worker"
import { emailOf, person, type PersonActor } from "./people"

// Noon in Pakistan; a digest goes out from seven there.
const NOON = "2027-03-01T07:00:00.000Z"
const BEFORE_SEVEN = "2027-03-01T01:59:00.000Z"
const NEXT_DAY = "2027-03-02T07:00:00.000Z"
const BASE = "https://nap.example.org"

type Mail = { to: string[]; text: string }
let received: Mail[] = []
let refuses: "all" | "recipient" | null = null
let url: string

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  logger: false,
  onRcptTo: (_, __, done) => (refuses === "recipient" ? done(new Error("550 no such box")) : done()),
  onData(stream, { envelope }, done) {
    let text = ""
    stream.on("data", (part: Buffer) => (text += part))
    stream.on("end", () => {
      if (refuses === "all") return done(new Error("451 not now"))
      received.push({ to: envelope.rcptTo.map(({ address }) => address), text })
      done()
    })
  },
})

const logged: string[] = []
beforeAll(async () => {
  server.listen(0, "127.0.0.1")
  await once(server.server, "listening")
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  for (const level of ["debug", "info", "warn", "error"] as const)
    vi.spyOn(log(), level).mockImplementation((...said: unknown[]) => void logged.push(JSON.stringify(said)))
  await seed()
}, 60_000)
afterAll(() => new Promise<void>((done) => server.close(done)))

beforeEach(async () => {
  received = []
  refuses = null
  logged.length = 0
  await db().notice.updateMany({ data: { readAt: new Date() } })
})

const config = (mail = true) => ({
  mail: mail ? { url, from: "nap@example.org" } : null,
  webhook: null,
  baseUrl: BASE,
})
const tell = (who: PersonActor, secret = "A draft's reason") =>
  notify(db(), [who.id], "review-asked", { subject: "proposal:p1", detail: { reason: secret, revision: null } })
/** What a mail says, with its encoding undone. */
const decoded = ({ text }: Mail) =>
  text
    .replaceAll(/=\r\n/g, "")
    .replaceAll(/((?:=[0-9A-F]{2})+)/g, (run) => Buffer.from(run.replaceAll("=", ""), "hex").toString())

test("one mail a person and day, with two instances looking at once and again", async () => {
  const people = [await person("reviewer"), await person("reviewer"), await person("admin")]
  for (const who of people) await tell(who)
  const [one, two] = [freshMemory(), freshMemory()]
  await Promise.all([work(() => NOON, config(), one), work(() => NOON, config(), two), work(() => NOON, config(), two)])
  await tell(people[0]!)
  await Promise.all([work(() => NOON, config(), one), work(() => NOON, config(), two)])
  const wanted = await Promise.all(people.map(emailOf))
  expect(received.flatMap((mail) => mail.to).sort()).toEqual(wanted.sort())

  // The next day only she has something new.
  received = []
  await Promise.all([work(() => NEXT_DAY, config(), one), work(() => NEXT_DAY, config(), two)])
  expect(received.map((mail) => mail.to)).toEqual([[await emailOf(people[0]!)]])
})

test("nothing goes out without a server, before seven, to whoever turned it off, was disabled or has read it all", async () => {
  const [off, disabled, reader, wants] = await Promise.all(
    ["editor", "editor", "editor", "editor"].map(() => person("editor")),
  )
  for (const who of [off!, disabled!, reader!, wants!]) await tell(who)
  await changeNoticeSettings(off!, { mail: false })
  await db().user.update({ where: { id: disabled!.id }, data: { disabledAt: new Date() } })
  await markRead(reader!, { all: true })
  await work(() => NOON, config(false), freshMemory())
  await work(() => BEFORE_SEVEN, config(), freshMemory())
  expect(received).toEqual([])
  await work(() => NOON, config(), freshMemory())
  expect(received.map((mail) => mail.to)).toEqual([[await emailOf(wants!)]])
})

test("a server that refuses is asked again later; until it takes the mail, nothing counts as mailed", async () => {
  const who = await person("reviewer")
  await tell(who)
  const memory = freshMemory()
  refuses = "all"
  await work(() => NOON, config(), memory)
  const state = async () => {
    const { mailedOn } = await db().user.findUniqueOrThrow({ where: { id: who.id } })
    return { mailedOn, mailed: await db().notice.count({ where: { personId: who.id, mailedAt: { not: null } } }) }
  }
  expect(await state()).toEqual({ mailedOn: null, mailed: 0 })
  refuses = null
  await work(() => "2027-03-01T07:30:00.000Z", config(), memory)
  expect(received).toEqual([])
  await work(() => "2027-03-01T08:00:00.000Z", config(), memory)
  expect(received).toHaveLength(1)
  expect(await state()).toMatchObject({ mailed: 1 })

  // One that is not there at all.
  await tell(who)
  await work(
    () => NEXT_DAY,
    { ...config(), mail: { url: "smtp://127.0.0.1:1", from: "nap@example.org" } },
    freshMemory(),
  )
  expect(await state()).toMatchObject({ mailed: 1 })
  await work(() => NEXT_DAY, config(), freshMemory())
  expect(received).toHaveLength(2)
})

test("one address that is refused keeps nobody else from their mail, and no address is in the log", async () => {
  const who = await person("reviewer")
  await tell(who)
  refuses = "recipient"
  await work(() => NOON, config(), freshMemory())
  expect(received).toEqual([])
  expect(logged.join()).toContain("EENVELOPE")
  expect(logged.join()).toContain(who.id)
  expect(logged.join()).not.toContain("@")
})

test("a mail is in its reader's language, leads to the site, and says nothing of what is not published", async () => {
  const [en, ur] = [await person("reviewer"), await person("reviewer")]
  await db().user.update({ where: { id: ur.id }, data: { language: "ur" } })
  for (const who of [en, ur]) await tell(who, "Karachi list")
  await work(() => NOON, config(), freshMemory())
  const mails = await Promise.all(
    [en, ur].map(async (who) => {
      const to = await emailOf(who)
      return decoded(received.find((mail) => mail.to[0] === to)!)
    }),
  )
  for (const [at, language] of ["en", "ur"].entries()) {
    expect(mails[at]).toContain(`${BASE}/${language}/admin/proposals/p1`)
    expect(mails[at]).toContain(`${BASE}/${language}/admin/notices`)
    expect(mails[at]).toMatch(/Content-Type: text\/plain[\s\S]*Content-Type: text\/html/)
    expect(mails[at]).not.toContain("Karachi")
  }
  expect(mails[0]).toContain("A proposal waits for your review")
  expect(mails[1]).toContain("ایک تجویز آپ کی نظرثانی کی منتظر ہے")
  expect(mails[1]).toContain('dir="rtl"')
})

test("a mail names the newest and counts the rest, and markup in a name stays text", () => {
  const notice: Notice = {
    id: "1",
    kind: "assigned",
    subject: "assignment:1",
    detail: { code: '<b>"5a"', dueOn: "2027-03-04", count: 1 },
    at: NOON,
    read: false,
  }
  const { subject, text, html } = mailOf({ to: "", language: "en", notices: [notice], count: 3 }, BASE)
  expect(subject).toBe("NAP Tracker: 3 new notices")
  expect(text).toContain("And 2 more.")
  expect(html).toContain("&lt;b&gt;&quot;5a&quot; is yours to re-check by 4 Mar 2027")
  expect(html).not.toContain("<b>")
})
