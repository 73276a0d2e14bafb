import type { points as en } from "@/lib/i18n/en/points"

export const points: typeof en = {
  title: "نکات",
  heading: (count, year) => (count === 1 ? `${year} کے منصوبے کا 1 نکتہ` : `${year} کے منصوبے کے ${count} نکات`),
  pageTitle: (heading, rated, all) => `${heading}، ${all} میں سے ${rated} ${rated === 1 ? "وعدہ" : "وعدے"} درجہ یافتہ`,
  both: (both, certain) => {
    if (both === 0) return "ان میں سے کسی میں دونوں طرح کے وعدے نہیں۔"
    const [kinetic, other] = [certain.kinetic, certain["non-kinetic"]]
    if (both === 1) {
      const half = kinetic > 0 ? "عسکری" : "غیر عسکری"
      return `ایک میں دونوں طرح کے وعدے ہیں؛ ${kinetic + other > 0 ? `اس میں ${half} حصہ یقیناً آگے ہے۔` : "اس کے بارے میں نہیں کہا جا سکتا کہ کون سا حصہ آگے ہے۔"}`
    }
    if (kinetic + other === 0) {
      return `${both} میں دونوں طرح کے وعدے ہیں؛ ان میں سے کسی کے بارے میں نہیں کہا جا سکتا کہ کون سا حصہ آگے ہے۔`
    }
    const halves = [
      ...(other === 0 ? [] : [`${other} میں غیر عسکری حصہ یقیناً آگے ہے`]),
      ...(kinetic === 0 ? [] : [`${kinetic} میں عسکری حصہ یقیناً آگے ہے`]),
      ...(other === 0 ? ["غیر عسکری حصہ کسی میں آگے نہیں"] : kinetic === 0 ? ["عسکری حصہ کسی میں آگے نہیں"] : []),
      ...(kinetic + other === both ? [] : ["باقی کے بارے میں کہا نہیں جا سکتا"]),
    ]
    return `${both} میں دونوں طرح کے وعدے ہیں؛ ان میں سے ${halves.join("؛ ")}۔`
  },
  reach: (rated, all) =>
    all === 0
      ? "یہاں کوئی وعدہ نہیں۔"
      : all === 1
        ? `واحد وعدے کی درجہ بندی ممکن ${rated === 1 ? "ہے" : "نہیں"}۔`
        : rated === 0
          ? `${all} میں سے کسی وعدے کی درجہ بندی ممکن نہیں۔`
          : `${all} میں سے ${rated} ${rated === 1 ? "وعدے" : "وعدوں"} کی درجہ بندی ممکن ہے۔`,
  unit: "اشاریہ 0 سے 100۔ پٹی حد کے نچلے سرے تک بھری ہے، اوپری سرے تک دھاری دار؛ عدد درجہ یافتہ وعدوں کا اشاریہ ہے۔",
  filter: "چھانٹیں اور ترتیب دیں",
  sort: "ترتیب",
  find: "عنوان اور اداروں میں تلاش",
  findExample: "مثلاً مدارس، نیکٹا",
  apply: "دکھائیں",
  clear: "صاف کریں",
  shown: (shown, all) => `${all} میں سے ${shown} ${shown === 1 ? "نکتہ" : "نکات"}`,
  none: "کوئی نکتہ نہیں ملا۔",
  noneHint: "کوئی اور لفظ آزمائیں، یا چھانٹی صاف کریں۔",
  order: {
    number: "منصوبے کی ترتیب",
    kinetic: "عسکری، کم سے زیادہ",
    "non-kinetic": "غیر عسکری، کم سے زیادہ",
    coverage: "احاطہ، کم سے زیادہ",
    gap: "دعویٰ جائزے سے اوپر، زیادہ فرق پہلے",
    "last-checked": "آخری واقعہ یا جانچ، پرانی پہلے",
  },
  columns: {
    number: "نمبر",
    point: "نکتہ",
    rated: "درجہ یافتہ",
    gap: "دعویٰ منفی جائزہ",
    lastChecked: "آخری واقعہ یا جانچ",
  },
  sortBy: (column) => `${column}: اس کے مطابق ترتیب دیں`,
  noPair: "موازنے کے لیے جوڑا نہیں",
  never: "کبھی نہیں",
  stale: (month) => `${month}، پرانی`,
  silences: (count) => (count === 1 ? "1 خاموشی" : `${count} خاموشیاں`),
  source: "ماخذ: نیپ ٹریکر، ہر نکتے کے صفحے پر درج ثبوتوں کی بنا پر۔",
}
