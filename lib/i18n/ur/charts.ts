import type { charts as en } from "@/lib/i18n/en/charts"

export const charts: typeof en = {
  viewAsTable: "جدول میں دیکھیں",
  source: (lane, revision, day) =>
    `ماخذ: نیپ ٹریکر ${lane === "finding" ? "کے جائزے" : "میں درج سرکاری دعوے"}، اشاعت ${revision}، ${day} تک`,
  range: (text) => `حد ${text}`,
  year: "سال",
  date: "تاریخ",
  rangeWord: "حد",
  cannotBeRated: "درجہ بندی ممکن نہیں",
  planInForce: (year) => `${year} کا منصوبہ نافذ`,
  planInForceShort: (year) => `${year} منصوبہ`,
  stillJudged: (year) => `${year} کے الفاظ پر جائزہ جاری`,
  stillJudgedShort: (year) => `${year} کے الفاظ`,
  planRevised: (points) => `منصوبے پر نظرثانی: ${points} نکات`,
  kineticAhead: "عسکری آگے",
  nonKineticAhead: "غیر عسکری آگے",
  explore: "ہر تبدیلی کے اعداد: تیر کے بٹن سے آگے پیچھے، Home اور End سے سرے پر، Escape سے باہر",
}
