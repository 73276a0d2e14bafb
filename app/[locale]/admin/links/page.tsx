import type { Metadata } from "next"
import { Register } from "@/components/admin/links/register"
import { PageHead } from "@/components/admin/page-head"
import { Icon } from "@/components/ui/icon"
import { ledger } from "@/lib/data/ledger"
import { countShares, pageOfShares } from "@/lib/data/share-upkeep"
import { dayOf } from "@/lib/domain/date"
import { snapshot } from "@/lib/domain/ledger"
import { can } from "@/lib/domain/policy"
import { isLocale } from "@/lib/i18n/locale"
import { messages } from "@/lib/i18n/messages"
import { inLocale } from "@/lib/i18n/text"
import { type AdminPage, admit } from "@/app/[locale]/admin/admit"

export const dynamic = "force-dynamic"

/** How many links come with the page; the register fetches the others. */
const FIRST_LINKS = 200

export async function generateMetadata({ params }: AdminPage): Promise<Metadata> {
  const { locale } = await params
  return isLocale(locale) ? { title: messages(locale).links.register.title } : {}
}

export default async function LinksPage(page: AdminPage) {
  const { locale, actor, person } = await admit(page, "/admin/links", "share.write")
  const { register } = messages(locale).links
  const held = await ledger()
  const { plan, region } = snapshot(held, held.newest).records
  const { items: links, next } = await pageOfShares(actor, { limit: FIRST_LINKS, cursor: null })
  const { all, makers } = await countShares(actor)
  const names = {
    years: Object.fromEntries([...plan.values()].map(({ id, adoptedOn }) => [id, Number(adoptedOn.slice(0, 4))])),
    regions: Object.fromEntries(
      [...region.values()].map(({ id, nameEn, nameUr }) => [id, inLocale(locale, { en: nameEn, ur: nameUr }).text]),
    ),
  }
  return (
    <>
      <PageHead title={register.title} sub={`${register.intro(all, makers)} ${all > 0 ? register.onceOnly : ""}`}>
        {all > 0 ? (
          <a className="btn" href="/api/v1/shares?format=csv" download>
            <Icon name="download" />
            CSV
          </a>
        ) : null}
      </PageHead>
      <Register
        locale={locale}
        links={links}
        next={next}
        names={names}
        me={person.id}
        today={dayOf(new Date().toISOString())}
        seesAll={can(actor, "share.manage-any")}
      />
    </>
  )
}
