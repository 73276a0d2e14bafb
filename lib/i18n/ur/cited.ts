import type { cited as en } from "@/lib/i18n/en/cited"

export const cited: typeof en = {
  lede: "حوالہ دیتے وقت یہاں جو درج تھا، ریکارڈ سے دوبارہ نکالا گیا۔",
  holds: "ہر عدد وہی ہے جس کا حوالہ دیا گیا تھا۔",
  holdsText: (digits) => `آج دوبارہ نکالنے پر بھی اس صفحے کے اعداد کا ہیش وہی ہے (${digits})۔`,
  digested:
    "ہیش صفحے، اس کی ترتیبات، اشاعت کے ہیش (جس میں ریکارڈ کا ہر لفظ شامل ہے) اور اس صفحے کے ہر عدد سے بنتا ہے: اعداد، درجے، دن اور ان کی بنیاد۔",
  finding: "اس میں کیا سامنے آیا",
  newest: {
    same: "تازہ ترین اشاعت بھی اس سوال کے یہی اعداد دیتی ہے۔",
    other: "تازہ ترین اشاعت اس سوال کے مختلف اعداد دیتی ہے۔",
  },
  columns: {
    side: "طرف",
    series: "سلسلہ",
    at: "سال یا دن",
    value: "عدد",
    level: "درجہ",
    count: "وعدے",
    revision: "اشاعت",
    published: "شائع ہوئی",
    kind: "قسم",
    records: "اندراجات",
    list: "فہرست",
    figure: "عدد",
  },
  index: (track) => `اشاریہ، ${track}`,
  figures: {
    commitments: "منصوبے کے وعدے",
    assessments: "ریکارڈ میں درج درجہ بندیاں",
    sources: "ریکارڈ میں درج مآخذ",
    neverRated: "وعدے جنہیں کبھی درجہ نہیں دیا گیا",
    both: "فیصلے جن میں دونوں درجہ دہندگان نے درجہ دیا",
    same: "ان میں سے ایک ہی درجے والے",
  },
  found: (found, all) => `${all} میں سے ${found} ${found === 1 ? "وعدہ" : "وعدے"}۔`,
  outcomesBy: (publishers) => `نتائج بمطابق ${publishers}`,
  records: (count, lists) =>
    `${lists} ${lists === 1 ? "فہرست" : "فہرستوں"} میں ${count === 1 ? "1 اندراج" : `${count} اندراجات`}۔`,
}
