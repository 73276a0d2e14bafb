import type { Locale } from "./locale"
import { admin as enAdmin } from "./en/admin"
import { changes as enChanges } from "./en/changes"
import { charts as enCharts } from "./en/charts"
import { cite as enCite } from "./en/cite"
import { cited as enCited } from "./en/cited"
import { compare as enCompare } from "./en/compare"
import { codebook as enCodebook } from "./en/codebook"
import { controls as enControls } from "./en/controls"
import { crash as enCrash } from "./en/crash"
import { data as enData } from "./en/data"
import { embedding as enEmbedding } from "./en/embedding"
import { errors as enErrors } from "./en/errors"
import { explore as enExplore } from "./en/explore"
import { links as enLinks } from "./en/links"
import { linkPage as enLinkPage } from "./en/link-page"
import { method as enMethod } from "./en/method"
import { momentum as enMomentum } from "./en/momentum"
import { outcomes as enOutcomes } from "./en/outcomes"
import { overview as enOverview } from "./en/overview"
import { point as enPoint } from "./en/point"
import { points as enPoints } from "./en/points"
import { problem as enProblem } from "./en/problem"
import { sandbox as enSandbox } from "./en/sandbox"
import { share as enShare } from "./en/share"
import { signIn as enSignIn } from "./en/sign-in"
import { site as enSite } from "./en/site"
import { terms as enTerms } from "./en/terms"
import { timeline as enTimeline } from "./en/timeline"
import { admin as urAdmin } from "./ur/admin"
import { changes as urChanges } from "./ur/changes"
import { charts as urCharts } from "./ur/charts"
import { cite as urCite } from "./ur/cite"
import { cited as urCited } from "./ur/cited"
import { compare as urCompare } from "./ur/compare"
import { codebook as urCodebook } from "./ur/codebook"
import { controls as urControls } from "./ur/controls"
import { crash as urCrash } from "./ur/crash"
import { data as urData } from "./ur/data"
import { embedding as urEmbedding } from "./ur/embedding"
import { errors as urErrors } from "./ur/errors"
import { explore as urExplore } from "./ur/explore"
import { links as urLinks } from "./ur/links"
import { linkPage as urLinkPage } from "./ur/link-page"
import { method as urMethod } from "./ur/method"
import { momentum as urMomentum } from "./ur/momentum"
import { outcomes as urOutcomes } from "./ur/outcomes"
import { overview as urOverview } from "./ur/overview"
import { point as urPoint } from "./ur/point"
import { points as urPoints } from "./ur/points"
import { problem as urProblem } from "./ur/problem"
import { sandbox as urSandbox } from "./ur/sandbox"
import { share as urShare } from "./ur/share"
import { signIn as urSignIn } from "./ur/sign-in"
import { site as urSite } from "./ur/site"
import { terms as urTerms } from "./ur/terms"
import { timeline as urTimeline } from "./ur/timeline"

const en = {
  site: enSite,
  terms: enTerms,
  timeline: enTimeline,
  overview: enOverview,
  points: enPoints,
  point: enPoint,
  changes: enChanges,
  compare: enCompare,
  outcomes: enOutcomes,
  momentum: enMomentum,
  method: enMethod,
  sandbox: enSandbox,
  share: enShare,
  linkPage: enLinkPage,
  links: enLinks,
  embedding: enEmbedding,
  admin: enAdmin,
  signIn: enSignIn,
  errors: enErrors,
  explore: enExplore,
  charts: enCharts,
  controls: enControls,
  cite: enCite,
  cited: enCited,
  codebook: enCodebook,
  data: enData,
  crash: enCrash,
  problem: enProblem,
}

/** Every word of the site. A missing Urdu message does not compile. */
export type Messages = typeof en

const ur: Messages = {
  site: urSite,
  terms: urTerms,
  timeline: urTimeline,
  overview: urOverview,
  points: urPoints,
  point: urPoint,
  changes: urChanges,
  compare: urCompare,
  outcomes: urOutcomes,
  momentum: urMomentum,
  method: urMethod,
  sandbox: urSandbox,
  share: urShare,
  linkPage: urLinkPage,
  links: urLinks,
  embedding: urEmbedding,
  admin: urAdmin,
  signIn: urSignIn,
  errors: urErrors,
  explore: urExplore,
  charts: urCharts,
  controls: urControls,
  cite: urCite,
  cited: urCited,
  codebook: urCodebook,
  data: urData,
  crash: urCrash,
  problem: urProblem,
}

const all: Record<Locale, Messages> = { en, ur }

/** The words of one language. For the server: client components get the words they need as props. */
export function messages(locale: Locale): Messages {
  return all[locale]
}
