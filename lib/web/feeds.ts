import "server-only"
import { ledger } from "@/lib/data/ledger"
import { settings } from "@/lib/data/settings"
import { assertCan } from "@/lib/domain/policy"
import { resolve, strictQuery } from "@/lib/domain/query"
import { badParameters, Refusal } from "@/lib/domain/refusal"
import { changesFeed, type FeedEntry, FeedKind, type FeedView } from "@/lib/domain/views/feed"
import { changeText } from "@/lib/i18n/change-sentence"
import { isLocale, type Locale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { actorOf } from "@/lib/web/actor"
import { isOpen, opened } from "@/lib/web/api/cors"
import { hasAlready, notModified, tagOf } from "@/lib/web/api/tag"
import { type Entry, type Feed, FEED_TYPES, type FeedFormat, spellFeed } from "@/lib/web/feed-formats"
import { problem } from "@/lib/web/problem"

const NAME = /^changes\.(atom|json)$/
const OWN = ["plan", "point", "track", "kind", "known", "asOf"]
const READING = { method: "GET", access: "reader" } as const

/** Answers "/feeds/en/changes.atom?plan=…": whoever may read the site may; refusals as everywhere. */
export async function handleFeed(request: Request, given: { locale: string; name: string }): Promise<Response> {
  const response = await answer(request, given).catch((error: unknown) => problem(error, request))
  return isOpen(READING) ? opened(response) : response
}

async function answer(request: Request, { locale, name }: { locale: string; name: string }): Promise<Response> {
  const { actor } = await actorOf(request)
  if (settings().visibility === "private") assertCan(actor, "site.read")
  const format = NAME.exec(name)?.[1] as FeedFormat | undefined
  if (!isLocale(locale) || !format) throw new Refusal("not_found", "There is no such feed.")
  const search = new URL(request.url).searchParams
  const feed = feedOf(await viewOf(search), locale, format, search)
  const text = spellFeed(feed, format)
  const tag = tagOf(feed.revision, [text])
  if (hasAlready(request, tag)) return notModified(tag)
  return new Response(text, {
    headers: { "content-type": FEED_TYPES[format], "cache-control": "no-cache", etag: tag },
  })
}

/** The feed an address asks for. @throws Refusal `invalid` for an unknown parameter or value. */
async function viewOf(search: URLSearchParams): Promise<FeedView> {
  const unknown = [...new Set(search.keys())].filter((name) => !OWN.includes(name) || search.getAll(name).length > 1)
  const kind = FeedKind.nullable().safeParse(search.get("kind"))
  if (!kind.success) unknown.push("kind")
  if (unknown.length > 0) throw badParameters(unknown)
  const held = await ledger()
  const now = new Date().toISOString()
  const params = [...search]
    .filter(([name]) => name !== "kind")
    .map(([name, value]): [string, string] => [name === "point" ? "points" : name, value])
  const question = resolve(strictQuery(params, held, now), held, now)
  // A point has a number only within a plan, so naming one names the plan too.
  const plan = search.has("plan") || search.has("point") ? question.plan : null
  return changesFeed(held, question, kind.data ?? null, plan)
}

function feedOf(view: FeedView, locale: Locale, format: FeedFormat, search: URLSearchParams): Feed {
  const { baseUrl } = settings()
  const { feed } = messages(locale).data
  const own = search.size > 0 ? `?${search}` : ""
  const page = new URLSearchParams({
    ...(view.kind && { kind: view.kind === "world" ? "world-changed" : view.kind }),
    ...(view.plan && { plan: view.plan.id }),
    ...(view.points && { points: view.points.join(",") }),
    ...(view.track && { track: view.track }),
    ...Object.fromEntries([...search].filter(([name]) => name === "asOf" || name === "known")),
  })
  const narrowed = [
    view.kind && (view.kind === "world" ? feed.world : feed.corrections),
    view.plan && feed.plan(view.plan.year),
    view.points && feed.points(view.points.join(", ")),
    view.track && messages(locale).terms.track[view.track],
  ].filter(Boolean)
  const address = (of: FeedFormat) => `${baseUrl}/feeds/${locale}/changes.${of}${own}`
  return {
    id: tagUri(view.began, `feeds/${locale}/changes${own}`),
    revision: view.revision,
    title: narrowed.length > 0 ? `${feed.title} (${narrowed.join(", ")})` : feed.title,
    subtitle: feed.subtitle,
    author: messages(locale).site.name,
    language: locale,
    updated: view.updated,
    self: address(format),
    other: address(format === "atom" ? "json" : "atom"),
    page: `${baseUrl}/${locale}/changes${page.size > 0 ? `?${page}` : ""}`,
    entries: view.entries.map((entry) => entryOf(entry, locale)),
  }
}

function entryOf({ revision, publishedAt, kind, reason, item, counts }: FeedEntry, locale: Locale): Entry {
  const { admin, changes, data } = messages(locale)
  const counted = counts
    .map(({ kind: of, act, count }) => {
      const noun = count === 1 ? admin.records.kind[of] : admin.records.kinds[of]
      return changes.counted(count, noun, changes.act[act])
    })
    .join(locale === "ur" ? "؛ " : "; ")
  const all = counts.reduce((sum, each) => sum + each.count, 0)
  const title = item
    ? changeText(locale, item)
    : kind === "dataset"
      ? data.feed.dataset(all)
      : data.feed.rest(revision, counted || changes.notPublished)
  const isJudgement = item?.kind === "assessment" || item?.kind === "check"
  const because = reason.en === "" ? [] : [`${changes.because} ${inLocale(locale, reason).text}`]
  return {
    id: tagUri(publishedAt, `changes/${revision}${item ? `/${item.kind}/${encodeURIComponent(item.id)}` : "/rest"}`),
    // A feed reader takes a title's direction from its first letter, which is a code's in Latin script.
    title: locale === "ur" ? `\u200F${title}` : title,
    text: [changes.pill[kind], ...(isJudgement ? [inLocale(locale, item.title).text] : []), ...because].join("\n"),
    url: `${settings().baseUrl}/${locale}/changes?revision=${revision}`,
    published: publishedAt,
    tags: [kind, ...new Set([...(item ? [item.kind] : []), ...(item?.points.map((point) => point.plan) ?? [])])],
  }
}

const UTC_DAY = "2026-01-31".length

/** A name for ever (RFC 4151): this host's on the day something was published, in UTC, which no name may run ahead of. */
const tagUri = (published: string, specific: string) =>
  `tag:${new URL(settings().baseUrl).hostname},${published.slice(0, UTC_DAY)}:${specific}`

/** Where a page's changes can be followed, for its head: both formats, narrowed to what the page is about. */
export function feedLinks(locale: Locale, about: { plan?: string; point?: number; kind?: FeedKind } = {}) {
  const search = new URLSearchParams(Object.entries(about).map(([name, value]) => [name, String(value)]))
  const title = messages(locale).data.feed.title
  const url = (format: FeedFormat) =>
    `${settings().baseUrl}/feeds/${locale}/changes.${format}${search.size > 0 ? `?${search}` : ""}`
  return {
    types: {
      "application/atom+xml": [{ url: url("atom"), title }],
      "application/feed+json": [{ url: url("json"), title }],
    },
  }
}
