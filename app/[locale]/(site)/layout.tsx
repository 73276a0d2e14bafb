import { notFound } from "next/navigation"
import type { ReactNode } from "react"
import { Footer } from "@/components/site/footer"
import { Header } from "@/components/site/header"
import { ProvisionalStrip } from "@/components/site/strips"
import { isLocale } from "@/lib/i18n/locale"

export default async function SiteLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ locale: string }>
}) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return (
    <>
      <ProvisionalStrip locale={locale} />
      <Header locale={locale} />
      <main id="main">{children}</main>
      <Footer locale={locale} />
    </>
  )
}
