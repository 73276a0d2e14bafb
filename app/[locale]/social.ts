import type { Metadata } from "next"
import { settings } from "@/lib/data/settings"
import { type Locale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

/** The size of every preview picture (lib/web/images/preview.ts). */
const PICTURE = { width: 1200, height: 630, type: "image/png" }
const TERRITORY = { en: "en_PK", ur: "ur_PK" } as const

export type Told = {
  locale: Locale
  title: string
  description: string
  /** The page's address after its language: "", "/points/2014/12". */
  path: string
  /** Its question, "?asOf=2020-12-31". */
  search?: string
  /** Where what changes on the page is told of (lib/web/feeds.ts). */
  feeds?: Metadata["alternates"]
  /** The title that the page's embeds are announced under (oEmbed); null where it cannot be embedded. */
  embeddable?: boolean
}

/** The question in a page's own address, "?asOf=2020-12-31". */
export function searchIn(href: string | null): string {
  const at = href?.indexOf("?") ?? -1
  return at < 0 ? "" : href!.slice(at)
}

/** The metadata by which search engines, chat apps and other sites know a page of the site. */
export function social(told: Told): Metadata {
  const { locale, title, description, feeds, embeddable = false } = told
  // Behind sign-in nobody else may know the page.
  if (settings().visibility === "private") return { title, description }
  return {
    title,
    description,
    alternates: {
      canonical: addressOf(told),
      languages: { en: addressOf(told, "en"), ur: addressOf(told, "ur"), "x-default": addressOf(told, "en") },
      types: { ...feeds?.types, ...(embeddable && oembed(told)) },
    },
    ...preview(told, messages(locale).embedding.picture(description)),
  }
}

/** As `social`, for the page of a link: other sites may show it, search engines may not, private site or not. */
export function socialOfLink(told: Told): Metadata {
  const { title, description, embeddable = false } = told
  return {
    title,
    description,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
    alternates: {
      canonical: addressOf(told),
      languages: { en: addressOf(told, "en"), ur: addressOf(told, "ur") },
      ...(embeddable && { types: oembed(told) }),
    },
    ...preview(told, messages(told.locale).embedding.picture(description)),
  }
}

/** What is told of a page that must tell nothing of itself: the site's name and its question. */
export function generic(locale: Locale): Metadata {
  const { site, embedding } = messages(locale)
  const image = { url: `${settings().baseUrl}/preview-${locale}.png`, alt: embedding.genericPicture, ...PICTURE }
  return {
    openGraph: { ...frame(locale), title: site.name, description: site.description, images: [image] },
    twitter: { card: "summary_large_image", title: site.name, description: site.description, images: [image] },
  }
}

/** A page that is shown in other sites' frames is no page of its own: search engines find the one it is part of. */
export function framed(locale: Locale, title: string, address: { path: string; search?: string } | null): Metadata {
  return {
    title,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
    ...(address && { alternates: { canonical: addressOf({ locale, ...address }) } }),
  }
}

function addressOf({ locale, path, search = "" }: Pick<Told, "locale" | "path" | "search">, language = locale) {
  return `${settings().baseUrl}/${language}${path}${search}`
}

function preview(told: Told, alt: string): Pick<Metadata, "openGraph" | "twitter"> {
  const { locale, title, description, path, search } = told
  const image = { url: addressOf({ locale, path: `${path}/preview.png`, search }), alt, ...PICTURE }
  return {
    openGraph: { ...frame(locale), url: addressOf(told), title, description, images: [image] },
    twitter: { card: "summary_large_image", title, description, images: [image] },
  }
}

const frame = (locale: Locale) => ({
  type: "website" as const,
  siteName: messages(locale).site.name,
  locale: TERRITORY[locale],
  alternateLocale: Object.keys(LOCALES).flatMap((each) => (each === locale ? [] : [TERRITORY[each as Locale]])),
})

const oembed = (told: Told) => ({
  "application/json+oembed": [
    { url: `${settings().baseUrl}/api/v1/oembed?url=${encodeURIComponent(addressOf(told))}`, title: told.title },
  ],
})
