import type { charts as en } from "@/lib/i18n/en/charts"

export const charts: typeof en = {
  viewAsTable: "جدول میں دیکھیں",
  source: (lane, revision, day) => {
    const lanes = {
      finding: " کے جائزے",
      claim: " میں درج سرکاری دعوے",
      both: " کے جائزے اور اس میں درج سرکاری دعوے",
      neither: "",
    }
    return `ماخذ: نیپ ٹریکر${lanes[lane]}، اشاعت ${revision}، ${day} تک`
  },
  range: (text) => `حد ${text}`,
  year: "سال",
  date: "تاریخ",
  rangeWord: "حد",
  cannotBeRated: "درجہ بندی ممکن نہیں",
  planInForce: (year) => `${year} کا منصوبہ نافذ`,
  planInForceShort: (year) => `${year} کا منصوبہ`,
  stillJudged: (year) => `اب بھی ${year} کے الفاظ پر درجہ`,
  stillJudgedShort: (year) => `${year} کے الفاظ`,
  planRevised: (points) => (points === null ? "منصوبے پر نظرثانی" : `منصوبے پر نظرثانی: ${points} نکات`),
  kineticAhead: "عسکری آگے",
  nonKineticAhead: "غیر عسکری آگے",
  explore: "ہر تبدیلی کے اعداد: تیر کے بٹنوں سے آگے پیچھے، Home اور End سے سروں پر، Escape سے باہر",
}
