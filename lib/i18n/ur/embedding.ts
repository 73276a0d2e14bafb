import type { embedding as en } from "@/lib/i18n/en/embedding"

const half = { kinetic: "عسکری", "non-kinetic": "غیر عسکری" }

export const embedding: typeof en = {
  open: "اپنی سائٹ پر لگائیں",
  hint: "یہ کوڈ اپنے صفحے میں رکھیں۔ منظر اس سائٹ کے ساتھ بدلتا رہے گا؛ اسے ایک ہی حالت پر رکھنا ہو تو پہلے تاریخ اور اشاعت چنیں۔",
  code: "نقل کرنے کے لیے کوڈ",
  frameTitle: (title) => `${title} (نیپ ٹریکر)`,
  pinned: (day, revision, published) => `بتاریخ ${day}، ہمیشہ اشاعت ${revision} (تاریخِ اشاعت ${published})۔`,

  description: (finding, halves, day) => `${finding}۔${halves.map((half) => ` ${half}`).join("")} بتاریخ ${day}۔`,
  half: (track, index, range) => `${half[track]} اشاریہ 100 میں سے ${index} (حد ${range})۔`,
  halfUnrated: (track, all) => `${half[track]} اشاریہ: ${all} میں سے کوئی وعدہ درجہ یافتہ نہیں۔`,
  asOf: (text, day) => `${text} بتاریخ ${day}۔`,
  picture: (finding) => `نتیجہ الفاظ میں: ${finding}`,
  genericPicture: "سائٹ کا نام، نیپ ٹریکر، اور وہ سوال جس کا یہ جواب دیتی ہے",
}
