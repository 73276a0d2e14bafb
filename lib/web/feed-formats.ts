import "server-only"

/** Atom (RFC 4287) and JSON Feed 1.1. */
export type FeedFormat = "atom" | "json"

export const FEED_TYPES: Record<FeedFormat, string> = {
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
}

export type Entry = { id: string; title: string; text: string; url: string; published: string; tags: string[] }
/** `self`, `other` and `page` are whole addresses: of this feed, of it in the other format, of the page it follows. */
export type Feed = {
  id: string
  revision: number
  title: string
  subtitle: string
  author: string
  language: string
  updated: string
  self: string
  other: string
  page: string
  entries: Entry[]
}

export const spellFeed = (feed: Feed, format: FeedFormat) => (format === "atom" ? atom(feed) : jsonFeed(feed))

function atom(feed: Feed): string {
  const head = [
    tag("id", feed.id),
    tag("title", feed.title),
    tag("subtitle", feed.subtitle),
    tag("updated", feed.updated),
    `<author>${tag("name", feed.author)}</author>`,
    tag("rights", "CC BY 4.0"),
    link("license", "https://creativecommons.org/licenses/by/4.0/", "text/html"),
    link("self", feed.self, "application/atom+xml"),
    link("alternate", feed.page, "text/html"),
    link("alternate", feed.other, "application/feed+json"),
  ]
  const entries = feed.entries.map((entry) =>
    [
      "<entry>",
      tag("id", entry.id),
      tag("title", entry.title),
      tag("published", entry.published),
      tag("updated", entry.published),
      link("alternate", entry.url, "text/html"),
      ...entry.tags.map((term) => `<category term="${escaped(term)}"/>`),
      `<content type="text">${escaped(entry.text)}</content>`,
      "</entry>",
    ].join("\n"),
  )
  const open = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`
  return ['<?xml version="1.0" encoding="utf-8"?>', open, ...head, ...entries, "</feed>", ""].join("\n")
}

function jsonFeed(feed: Feed): string {
  const body = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    description: feed.subtitle,
    language: feed.language,
    authors: [{ name: feed.author }],
    items: feed.entries.map(({ id, title, text, url, published, tags }) => ({
      id,
      url,
      title,
      content_text: text,
      date_published: published,
      tags,
    })),
  }
  return `${JSON.stringify(body, null, 2)}\n`
}

const tag = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`
const link = (rel: string, href: string, type: string) => `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`

/** Text in XML 1.0, which has no control characters, not even escaped ones, and no half characters. */
const escaped = (text: string) =>
  text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
