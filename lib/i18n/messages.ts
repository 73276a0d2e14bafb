import type { Locale } from "./locale"
import { admin as enAdmin } from "./en/admin"
import { changes as enChanges } from "./en/changes"
import { charts as enCharts } from "./en/charts"
import { controls as enControls } from "./en/controls"
import { crash as enCrash } from "./en/crash"
import { embedding as enEmbedding } from "./en/embedding"
import { errors as enErrors } from "./en/errors"
import { links as enLinks } from "./en/links"
import { linkPage as enLinkPage } from "./en/link-page"
import { method as enMethod } from "./en/method"
import { overview as enOverview } from "./en/overview"
import { point as enPoint } from "./en/point"
import { points as enPoints } from "./en/points"
import { share as enShare } from "./en/share"
import { signIn as enSignIn } from "./en/sign-in"
import { site as enSite } from "./en/site"
import { terms as enTerms } from "./en/terms"
import { admin as urAdmin } from "./ur/admin"
import { changes as urChanges } from "./ur/changes"
import { charts as urCharts } from "./ur/charts"
import { controls as urControls } from "./ur/controls"
import { crash as urCrash } from "./ur/crash"
import { embedding as urEmbedding } from "./ur/embedding"
import { errors as urErrors } from "./ur/errors"
import { links as urLinks } from "./ur/links"
import { linkPage as urLinkPage } from "./ur/link-page"
import { method as urMethod } from "./ur/method"
import { overview as urOverview } from "./ur/overview"
import { point as urPoint } from "./ur/point"
import { points as urPoints } from "./ur/points"
import { share as urShare } from "./ur/share"
import { signIn as urSignIn } from "./ur/sign-in"
import { site as urSite } from "./ur/site"
import { terms as urTerms } from "./ur/terms"

const en = {
  site: enSite,
  terms: enTerms,
  overview: enOverview,
  points: enPoints,
  point: enPoint,
  changes: enChanges,
  method: enMethod,
  share: enShare,
  linkPage: enLinkPage,
  links: enLinks,
  embedding: enEmbedding,
  admin: enAdmin,
  signIn: enSignIn,
  errors: enErrors,
  charts: enCharts,
  controls: enControls,
  crash: enCrash,
}

/** Every word of the site. A missing Urdu message does not compile. */
export type Messages = typeof en

const ur: Messages = {
  site: urSite,
  terms: urTerms,
  overview: urOverview,
  points: urPoints,
  point: urPoint,
  changes: urChanges,
  method: urMethod,
  share: urShare,
  linkPage: urLinkPage,
  links: urLinks,
  embedding: urEmbedding,
  admin: urAdmin,
  signIn: urSignIn,
  errors: urErrors,
  charts: urCharts,
  controls: urControls,
  crash: urCrash,
}

const all: Record<Locale, Messages> = { en, ur }

/** The words of one language. For the server: client components get the words they need as props. */
export function messages(locale: Locale): Messages {
  return all[locale]
}
