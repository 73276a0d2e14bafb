import type { Metadata } from "next"
import { ImportHelp } from "@/components/admin/imports/import-help"
import { ImportScreen } from "@/components/admin/imports/import-screen"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"
import { titled } from "@/app/[locale]/admin/titled"

export const dynamic = "force-dynamic"

export const generateMetadata = ({ params }: AdminPage): Promise<Metadata> =>
  titled(params, (admin) => admin.imports.title)

export default async function ImportPage(page: AdminPage) {
  const { locale } = await admit(page, "/admin/import", "proposal.write")
  return (
    <ImportScreen locale={locale}>
      <ImportHelp locale={locale} />
    </ImportScreen>
  )
}
