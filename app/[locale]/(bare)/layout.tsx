import { notFound } from "next/navigation"
import type { ReactNode } from "react"
import { Footer } from "@/components/site/footer"
import { BareHeader } from "@/components/site/header"
import { isLocale } from "@/lib/i18n/locale"

export default async function BareLayout({
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
      <BareHeader locale={locale} />
      <main id="main">{children}</main>
      <Footer locale={locale} links={false} />
    </>
  )
}
