import "server-only"
import { createTransport } from "nodemailer"
import type { Settings } from "@/lib/data/settings"
import type { Digest } from "@/lib/domain/digest"
import { pathOf } from "@/lib/domain/notice"
import { LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { noticeSentence } from "@/lib/i18n/notice"

/**
 * A mail that was not taken. Carries the mail library's code alone: its message may quote an address. `isServer`: the
 * server could not be talked to at all, so the next mail would fare no better.
 */
export class MailFailure extends Error {
  override name = "MailFailure"
  constructor(
    readonly reason: string,
    readonly isServer: boolean,
  ) {
    super(`the mail was not taken: ${reason}`)
  }
}

export type Mailer = { send(digest: Digest): Promise<void>; close(): void }

const OF_SERVER = ["ECONNECTION", "ETIMEDOUT", "EDNS", "ESOCKET", "ETLS", "EAUTH", "EPROTOCOL"]

/** Sends digests through the server of SMTP_URL, which also says how it is encrypted. No wait is longer than seconds. */
export function mailer({ url, from }: NonNullable<Settings["mail"]>, baseUrl: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    dnsTimeout: 5000,
    socketTimeout: 8000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(digest) {
      try {
        await transport.sendMail({
          from: { name: "NAP Tracker", address: from },
          to: { name: "", address: digest.to },
          headers: { "Auto-Submitted": "auto-generated" },
          ...mailOf(digest, baseUrl),
        })
      } catch (error) {
        const { code, responseCode } = error as { code?: string; responseCode?: number }
        throw new MailFailure(
          [code ?? "unknown", responseCode].filter(Boolean).join(" "),
          OF_SERVER.includes(code ?? ""),
        )
      }
    },
    close: () => transport.close(),
  }
}

/** A digest in its reader's language: what happened and where to look, nothing of what is not published. */
export function mailOf({ language, notices, count }: Digest, baseUrl: string) {
  const words = messages(language).admin.notices
  const lines = notices.map((notice) => ({
    sentence: noticeSentence(language, words, notice),
    href: `${baseUrl}/${language}${pathOf(notice)}`,
  }))
  const rest = count > notices.length ? [words.mail.more(count - notices.length)] : []
  const all = `${baseUrl}/${language}/admin/notices`
  const text = [
    words.mail.opening(count),
    "",
    ...lines.flatMap(({ sentence, href }) => [`• ${sentence}`, `  ${href}`, ""]),
    ...rest.flatMap((line) => [line, ""]),
    `${words.mail.seeAll} ${all}`,
    words.mail.turnOff,
    "",
  ].join("\n")
  const items = lines.map(({ sentence, href }) => `<li><a href="${escaped(href)}">${escaped(sentence)}</a></li>`)
  const html = [
    `<!doctype html><html lang="${language}" dir="${LOCALES[language].dir}"><body>`,
    `<p>${escaped(words.mail.opening(count))}</p><ul>${items.join("")}</ul>`,
    ...rest.map((line) => `<p>${escaped(line)}</p>`),
    `<p><a href="${escaped(all)}">${escaped(words.mail.seeAll.replace(/:$/, ""))}</a></p>`,
    `<p><small>${escaped(words.mail.turnOff)}</small></p></body></html>`,
  ].join("")
  return { subject: words.mail.subject(count), text, html }
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter]!)
