import "@/app/globals.css"
import type { Metadata, Viewport } from "next"
import { notFound } from "next/navigation"
import type { ReactNode } from "react"
import { fontClasses } from "@/app/fonts"
import { generic } from "@/app/[locale]/social"
import { ThemeBoot } from "@/components/site/theme-boot"
import { HatchPatterns } from "@/components/ui/hatch-patterns"
import { isLocale, LOCALES } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { site } = messages(locale)
  return {
    title: { template: site.titleOf("%s"), default: site.name },
    description: site.description,
    // Pages that have more to tell put their own in its place (social.ts).
    ...generic(locale),
  }
}

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return (
    // The theme a reader chose is set on <html> before React starts.
    <html lang={locale} dir={LOCALES[locale].dir} className={fontClasses[locale]} suppressHydrationWarning>
      <head>
        <ThemeBoot />
      </head>
      <body>
        <a className="skip" href="#main">
          {messages(locale).site.skip}
        </a>
        <HatchPatterns />
        {children}
      </body>
    </html>
  )
}
