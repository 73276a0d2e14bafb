import type { data as en } from "@/lib/i18n/en/data"

export const data: typeof en = {
  title: "ڈیٹا اور API",
  heading: "ڈیٹا حاصل کریں",
  lede: "اس سائٹ پر جو کچھ عوامی ہے، فائلوں کی صورت میں اور API سے، CC BY 4.0 کے تحت۔ ہر جواب بتاتا ہے کہ کس دن کی صورتِ حال ہے اور کب تک کے علم سے۔",
  everything: {
    title: "سب کچھ ایک فائل میں",
    text: (revision, day) =>
      `تمام اندراجات جیسے اشاعت ${revision} (${day}) میں تھے: جدول، ہر نسخے کے ساتھ JSON، خانوں کی فہرست، طریقۂ کار، لائسنس اور جانچ کے ہیش۔`,
    download: (revision) => `اشاعت ${revision} ڈاؤن لوڈ کریں (ZIP)`,
    older: "کسی اور اشاعت کے لیے پتے میں known= کے بعد اس کا نمبر لکھیں؛ ایک اشاعت سے ہمیشہ وہی فائل ملتی ہے۔",
  },
  files: {
    title: "فائلیں",
    note: (day) => `${day} تک کے اندراجات۔`,
    columns: { file: "فائل", rows: "قطاریں", formats: "صورتیں" },
    as: (format, list) => `${list}، ${format} میں`,
    xlsx: "XLSX میں دن تاریخ کے طور پر اور اعداد عدد کے طور پر درج ہیں؛ کسی خانے میں فارمولا نہیں۔",
  },
  builder: {
    title: "پتا بنائیں",
    sub: "پتا ہی سوال ہے۔",
    what: "کیا",
    plan: "منصوبہ",
    allPlans: "دونوں منصوبے",
    track: "محور",
    allTracks: "دونوں محور",
    lane: "زاویہ",
    format: "صورت",
    asOf: "بمطابق",
    known: "معلومات بمطابق اشاعت",
    newest: "تازہ ترین",
    make: "پتا بنائیں",
    open: "کھولیں",
    found: (count, day, revision) =>
      `${count === 1 ? "1 قطار" : `${count} قطاریں`}، ${day} تک، معلومات بمطابق اشاعت ${revision}۔`,
    first: "ان میں سے پہلی، JSON میں؛ لمبے متن یہاں مختصر کیے گئے ہیں۔",
    none: "کچھ نہیں ملا۔",
    noKey: "پڑھنے کے لیے کسی کلید کی ضرورت نہیں۔",
    schema: "خاکہ (OpenAPI 3.1)",
  },
  feeds: {
    title: "تبدیلیوں کی فیڈ",
    text: "جو شائع ہو اسے فیڈ ریڈر میں دیکھتے رہیں۔ فیڈ کو منصوبے، نکتے، محور یا صرف تصحیحات تک محدود کیا جا سکتا ہے۔",
    all: "تمام تبدیلیاں",
    corrections: "صرف تصحیحات",
    plan: (year) => `${year} کا منصوبہ`,
    atom: "Atom",
    json: "JSON Feed",
    parameters: "پیرامیٹر: plan، point (منصوبے کے ساتھ نمبر)، track، kind (world یا correction)۔",
  },
  feed: {
    title: "نیپ ٹریکر: تبدیلیاں",
    subtitle: "پاکستان کے نیشنل ایکشن پلان پر کیا شائع ہوا، کب اور کیوں۔",
    corrections: "تصحیحات",
    world: "دنیا میں جو بدلا",
    plan: (year) => `${year} کا منصوبہ`,
    points: (numbers) => `نکتہ ${numbers}`,
    dataset: (records) => `ریکارڈ ${records} اندراجات سے شروع ہوا۔`,
    rest: (revision, counted) => `اشاعت ${revision}: ${counted}`,
  },
  licence: {
    title: "لائسنس",
    text: "ڈیٹا Creative Commons Attribution 4.0 International (CC BY 4.0) کے تحت ہے: کسی بھی مقصد کے لیے استعمال کریں، نیپ ٹریکر اور اشاعت کا نام دیں، اور بتائیں کہ آپ نے کیا بدلا۔ دوسروں کے اقتباسات انہی کے ہیں۔ کوڈ MIT لائسنس کے تحت ہے۔",
    link: "مکمل لائسنس",
    provisional:
      "ابتدائی ڈیٹا کو درجے منصوبے نے خود دیے اور ملکی ماہر نے ابھی نظرثانی نہیں کی؛ ہر جائزہ بتاتا ہے کہ کس قاعدے سے دیا گیا۔",
    file: `نیپ ٹریکر کا ڈیٹا
Creative Commons Attribution 4.0 International (CC BY 4.0)
https://creativecommons.org/licenses/by/4.0/

آپ اس ڈیٹا کو کسی بھی مقصد کے لیے بانٹ اور بدل سکتے ہیں، بشرطیکہ نیپ ٹریکر کا حوالہ دیں،
اشاعت کا نمبر لکھیں، لائسنس کا ربط دیں اور بتائیں کہ کیا بدلا۔
دوسروں کے اقتباسات انہی کے ہیں۔`,
  },
  codebook: {
    title: "خانوں کی فہرست",
    text: "ہر فہرست کا ہر خانہ، اسی خاکے سے لیا گیا جس سے ہر اندراج گزرتا ہے۔ یہ ZIP میں بھی ہے، انگریزی اور اردو میں۔",
    fields: (count) => (count === 1 ? "1 خانہ" : `${count} خانے`),
    yes: "ہاں",
    no: "نہیں",
  },
  reference: {
    title: "API کا حوالہ",
    text: "ہر سوال کا ایک پتا، جواب عام طور پر JSON میں، جدول format=csv یا format=xlsx سے۔ فہرستیں صفحہ بہ صفحہ آتی ہیں: limit جتنے اندراج، اور next، جو اگلے صفحے کا cursor ہے۔ صفحے پڑھتے ہوئے known جما دیں۔",
    conditional:
      "ہر جواب کے ساتھ اشاعت اور مواد کا ETag آتا ہے؛ اسے If-None-Match میں واپس بھیجیں تو کچھ نہ بدلنے پر 304 ملتا ہے۔ کسی بھی دوسری سائٹ کے اسکرپٹ بغیر شناخت کے پڑھ سکتے ہیں۔",
    private: "یہ سائٹ نجی ہے: ہر درخواست کے ساتھ رسائی کی کلید بھیجیں۔",
    english: "خلاصے اور پیرامیٹر انگریزی میں ہیں، جیسے OpenAPI دستاویز میں۔",
    views: "مناظر",
    lists: "فہرستیں",
    others: "فائلیں اور باقی",
    parameter: "پیرامیٹر",
    meaning: "معنی",
    standard: "نہ دیں تو",
    noParameters: "اس کا کوئی پیرامیٹر نہیں۔",
    try: "آزمائیں",
    example: "مثال",
  },
  cite: { title: "ڈیٹا کا حوالہ" },
  columns: {
    on: "دن",
    index: "اشاریہ",
    low: "کم سے کم",
    high: "زیادہ سے زیادہ",
    coverage: "احاطہ",
    commitments: "وعدے",
    rated: "درجہ یافتہ",
    composition: "ترکیب",
    revision: "اشاعت",
    publishedAt: "وقتِ اشاعت",
    kind: "تبدیلی کی قسم",
    act: "کیا ہوا",
    record: "اندراج",
    points: "نکات",
    reasonEn: "وجہ انگریزی میں",
    reasonUr: "وجہ اردو میں",
    reason: "وجہ",
    hash: "ہیش",
    changes: "تبدیلیاں",
    number: "نمبر",
    levelBefore: "پہلے کا درجہ",
    unratedBefore: "پہلے درجہ نہیں، کیوں",
    levelAfter: "بعد کا درجہ",
    unratedAfter: "بعد میں درجہ نہیں، کیوں",
    regionEn: "علاقہ انگریزی میں",
    fields: "مختلف خانے",
    findingLevel: "درجہ، آزاد جائزہ",
    findingUnrated: "درجہ نہیں، آزاد جائزہ",
    findingSince: "کب سے، آزاد جائزہ",
    findingLastChecked: "آخری جانچ، آزاد جائزہ",
    claimLevel: "درجہ، سرکاری دعویٰ",
    claimUnrated: "درجہ نہیں، سرکاری دعویٰ",
    claimSince: "کب سے، سرکاری دعویٰ",
    claimLastChecked: "آخری جانچ، سرکاری دعویٰ",
    asOf: "بمطابق",
    reasonClass: "حذف کی بنیاد",
    records: "اندراجات",
    reasons: "وجوہ",
  },
  zip: {
    readme: (revision, day) => `نیپ ٹریکر: سب کچھ جیسا اشاعت ${revision} (شائع شدہ ${day}) میں تھا

README.txt, LICENCE.txt   یہ کیا ہے، اور کن شرائط پر (CC BY 4.0)
CODING.md                 ابتدائی ڈیٹا کو درجے کیسے دیے گئے
codebook.en.csv, .ur.csv  ہر خانہ: قسم، اکائی، قدریں، معنی
csv/*.csv                 ہر قسم کے اندراج کا ایک جدول، اور اشاعتوں کی فہرست (revisions.csv)
records.json              وہی اندراجات JSON میں، فہرست وار
versions.jsonl            اس اشاعت تک ہر اندراج کا ہر نسخہ، ایک سطر میں ایک
manifest.json             فائلیں، ان کا حجم اور SHA-256، اشاعت اور اس کا ہیش
SHA256SUMS                وہی ہیش، اس کے لیے: sha256sum -c SHA256SUMS

جدول UTF-8 میں ہیں۔ خالی خانہ کچھ نہیں کہتا؛ وہ کبھی صفر نہیں۔ جو متن فارمولا بن سکتا ہو اس سے پہلے
اپاسٹروفی ہے۔ فہرستیں "; " سے جڑی ہیں، اندرونی قدریں JSON میں ہیں۔ جس درجے کا عدد نہیں وہ درجہ یافتہ نہیں اور اس کی وجہ درج ہے۔`,
  },
  record: {
    title: (name) => `ایک اندراج کی دو اشاعتیں: ${name}`,
    heading: "دو اشاعتوں کا موازنہ",
    from: "پہلی",
    to: "بعد کی",
    show: "موازنہ کریں",
    before: "شائع ہونے سے پہلے",
    version: (revision, day) => `اشاعت ${revision}، ${day}`,
    same: "ان دونوں میں کوئی فرق نہیں۔",
    onlyOne: "اس اندراج کا ایک ہی نسخہ ہے؛ اس میں یہ درج ہے۔",
    added: (revision) => `یہ اندراج اشاعت ${revision} میں شائع ہوا؛ ہر خانہ نیا ہے۔`,
    withdrawn: (revision) => `اشاعت ${revision} میں یہ اندراج واپس لیا گیا۔`,
    parts: (count) => (count === 1 ? "1 جزو" : `${count} اجزا`),
    difference: (count) => (count === 1 ? "ایک خانہ مختلف ہے" : `${count} خانے مختلف ہیں`),
    all: "تمام نسخے",
    back: "تمام تبدیلیاں",
    compare: "اس کے نسخوں کا موازنہ",
  },
}
