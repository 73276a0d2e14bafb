import type { point as en } from "@/lib/i18n/en/point"

export const point: typeof en = {
  rules: {
    "r-law": "قانون",
    "r-inst": "ادارہ",
    "r-force": "فورس",
    "r-enf": "نفاذ",
    "r-fin": "مالی وسائل",
    "r-proc": "عمل",
    "r-admin": "انتظامی پروگرام",
    "r-base": "ابتدائی صورت",
    "r-claim": "دعویٰ جوں کا توں",
    "r-words": "سرکاری الفاظ",
    "r-term": "منصوبے کے مطابق اختتام",
    "r-fall": "تنزل",
    "r-region": "ایک صوبہ",
    "r-unrated": "بلا درجہ",
  },

  title: (number, title) => `نکتہ ${number}: ${title}`,
  ofHundred: (track, index) => `${track} 100 میں سے ${index}`,
  fewOfHundred: (track, range, rated, all) =>
    `${track} 100 میں سے ${range}، درجہ بندی ممکن نہیں (${all} میں سے ${rated})`,
  crumb: "صفحے کا مقام",
  planOf: (year) => `${year} کا منصوبہ`,

  text: {
    verbatim: (sources) => `لفظ بہ لفظ، انگریزی۔ ${sources}۔`,
    topic: (sources) => `موضوع، جیسا رپورٹ ہوا، ہمارے الفاظ میں؛ سرکاری متن نہیں ملا۔ ${sources}۔`,
    ourUrdu: "ہمارا اردو ترجمہ۔ سرکاری اردو متن نہیں ملا۔",
    officialUrdu: "سرکاری اردو متن۔",
    variants: (count) => (count === 1 ? "الفاظ کا 1 متبادل" : `الفاظ کے ${count} متبادل`),
    wordingSources: "متن کے مآخذ",
    numberOurs: "نمبر اور ترتیب ہماری ہے۔",
    publishedTrack: (track) => `2021 کی 5 اور 9 کی گنتی میں ${track} کہا گیا`,
    leads: "ذمہ دار",
  },

  stands: {
    title: "موجودہ صورت",
    past: (day) => `${day} کی صورت`,
    range: (range) => `حد ${range}`,
    noClaim: "کوئی دعویٰ نہیں جسے درجہ دیا جا سکے",
    imbalance: "عدم توازن",
    points: (signed, ahead) => `${signed} پوائنٹ، ${ahead} آگے`,
    untold: (range) => `کہا نہیں جا سکتا (${range})`,
    oneSided: (track) => `عدم توازن نہیں بنتا: ${track} حصے میں کوئی وعدہ نہیں۔`,
    oneTrack: "منظر میں صرف ایک محور ہے، اس لیے عدم توازن نہیں دکھایا جا سکتا۔",
  },

  strands: {
    named: { kinetic: "عسکری حصہ", "non-kinetic": "غیر عسکری حصہ" },
    title: "ایک نکتہ، دو حصے",
    one: "اس نکتے کا ایک حصہ",
    sub: "اشاریہ 0 سے 100، آزاد جائزہ اور سرکاری دعویٰ۔ درجہ اگلی جانچ تک برقرار رہتا ہے؛ جہاں نصف سے کم وعدوں کا درجہ ہو وہاں لکیر نہیں۔",
    breaks: "جہاں منصوبے پر نظرثانی ہوئی وہاں لکیر ٹوٹتی ہے۔",
    stopped: (day) => `چارٹ ${day} پر رک جاتا ہے، یعنی اُسی دن پر جو پوچھا گیا۔`,
    emptyWhy: "جو دکھایا جا رہا ہے اس میں اس محور پر کوئی وعدہ نہیں، اس لیے درجہ دینے کو بھی کچھ نہیں۔ یہ صفر نہیں۔",
    empty: (track) => `${track}: اس نکتے میں کوئی وعدہ نہیں۔`,
    unrated: (track, count) =>
      count === 1
        ? `${track}: منظرِ عام پر موجود ثبوت سے واحد وعدے کی درجہ بندی ممکن نہیں۔`
        : `${track}: منظرِ عام پر موجود ثبوت سے ${count} میں سے کسی وعدے کی درجہ بندی ممکن نہیں۔`,
    stands: (track, index, rated, all, now) =>
      `${track}: 100 میں سے ${index} پر ${now ? "ہے" : "تھا"}؛ ${all} میں سے ${rated} ${rated === 1 ? "وعدے" : "وعدوں"} کا درجہ موجود ${now ? "ہے" : "تھا"}۔`,
    few: (track, low, high, rated, all, now) =>
      `${track}: 100 میں سے ${low} اور ${high} کے درمیان ${now ? "ہے" : "تھا"}؛ درجہ بندی ممکن نہیں${now ? "" : " تھی"}، کیونکہ ${all} میں سے صرف ${rated} ${rated === 1 ? "وعدے" : "وعدوں"} کا درجہ موجود ${now ? "ہے" : "تھا"}۔`,
    between: (low, high) => `بلا درجہ وعدے بھی شامل ہوں تو یہ ${low} اور ${high} کے درمیان ہے۔`,
    claims: (claim, now) => `ریاست کے اپنے دعوے ${claim} تک پہنچتے ${now ? "ہیں" : "تھے"}۔`,
    claimsFew: (low, high, rated, all, now) =>
      `ریاست کے اپنے دعوے ${low} اور ${high} کے درمیان ${now ? "ہیں" : "تھے"}؛ ${all} میں سے ${rated} کا درجہ موجود ${now ? "ہے" : "تھا"}۔`,
    noClaim: "ریاست کا کوئی دعویٰ اس وقت ایسا نہیں جسے درجہ دیا جا سکے۔",
    key: {
      finding: "آزاد جائزہ",
      claim: "سرکاری دعویٰ",
      band: "وہ حد جو بلا درجہ وعدوں سے کھلی رہتی ہے",
      hatch: "ابھی کوئی درجہ نہیں",
    },
    source: "ماخذ: نیپ ٹریکر کے جائزے اور دعوے، نیچے درج ثبوتوں کی بنا پر۔",
    date: "تاریخ سے",
    range: "حد",
    events: "اس نکتے سے متعلق واقعات",
  },

  commitments: {
    title: "وعدے",
    sub: "درجہ وعدوں کو دیا جاتا ہے؛ حصے کا اشاریہ ان کی اوسط ہے۔",
    number: "نمبر",
    lastChecked: "آخری واقعہ یا جانچ",
    sources: "مآخذ",
    deadline: "مقررہ تاریخ",
    never: "کبھی نہیں",
    stale: (months) => `${months} ماہ پہلے`,
    staleSince: (month) => `${month}، پرانی`,
    noDeadline: "مقرر نہیں",
    kept: (day) => `پورا ہوا، ${day}`,
    missed: (day) => `پورا نہ ہوا، ${day}`,
    due: (day) => `${day} تک`,
    untold: (day) => `${day}، کہا نہیں جا سکتا`,
    more: "وجوہ، ثبوت، تاریخ",
    noClaim: "کوئی دعویٰ درج نہیں",
    noFinding: "کوئی آزاد جائزہ درج نہیں",
    lead: "پورے نکتے پر سرکاری الفاظ اسی وعدے پر لاگو ہوتے ہیں",
    provisional: "عارضی",
    differs: "دوسرے درجہ دہندہ کا درجہ مختلف",
  },

  detail: {
    since: (day) => `${day} سے`,
    until: (from) => `${from} سے`,
    earlier: (count) => (count === 1 ? "پہلے کی 1 درجہ بندی" : `پہلے کی ${count} درجہ بندیاں`),
    rule: (name) => `قاعدہ: ${name}`,
    revision: (number) => `اشاعت ${number}`,
    anchors: "ہر درجے کی شرط",
    ownAnchors: "یہ معیار اسی وعدے کے لیے بنائے گئے۔",
    typeAnchors: (type) => `معیار برائے: ${type}۔`,
    restsOn: "وعدے کی بنیاد",
    trackBasis: "یہ محور کیوں",
    bodies: "نامزد ادارے",
    deadline: "وعدے کی تاریخ",
    quote: (text) => `“${text}”`,
    undated: "تاریخ نامعلوم",
    noAddress: "ویب پتا موجود نہیں",
    gone: (day) => `صفحہ ${day} سے غائب`,
    copy: (type, size) => `محفوظ نقل: ${type}، ${size}`,
    copyType: { "application/pdf": "PDF", "image/png": "PNG", "image/jpeg": "JPEG", "text/plain": "متن" },
    copyHash: (hash, day) => `${day} کو محفوظ کی گئی۔ SHA-256 ${hash}`,
    describes: "عنوان ہمارے الفاظ میں",
    evidence: "ثبوت",
    second: (day, first, second) =>
      `دوسرے درجہ دہندہ نے پہلا درجہ دیکھے بغیر ${day} کے لیے مختلف درجہ دیا: ${second}، جبکہ نافذ درجہ یہ تھا: ${first}۔ پہلے درجہ دہندہ کا درجہ برقرار ہے۔`,
    english: "وجوہ اور اقتباسات انگریزی میں ہیں۔",
  },

  evidence: {
    title: "ثبوت",
    sub: "ہر حوالہ ایک ہی زاویے میں شمار ہوتا ہے، اپنے ماخذ کی اشاعت کے دن پر۔",
    summary: (publications, finding, claim, contradicts) =>
      `${publications === 1 ? "1 مطبوعہ، جس" : `${publications} مطبوعات، جن`} کا حوالہ آزاد جائزے میں ${finding} بار اور سرکاری دعوے میں ${claim} بار دیا گیا؛ ${contradicts === 0 ? "کوئی حوالہ دیے گئے درجے کے خلاف نہیں" : `${contradicts} ${contradicts === 1 ? "حوالہ دیے گئے درجے کے خلاف ہے" : "حوالے دیے گئے درجے کے خلاف ہیں"}`}۔`,
    searches: (count) =>
      count === 1
        ? "اس کے علاوہ ایک ایسی تلاش کا ریکارڈ جس میں کچھ نہ ملا۔"
        : `اس کے علاوہ ایسی ${count} تلاشوں کا ریکارڈ جن میں کچھ نہ ملا۔`,
    none: "اس دن تک ثبوت میں کوئی مطبوعہ نہیں۔",
    undated: (count) => (count === 1 ? "1 مطبوعہ کی تاریخ معلوم نہیں۔" : `${count} مطبوعات کی تاریخ معلوم نہیں۔`),
    about: (bearing, code, lane) => `${bearing}، ${code}، ${lane}`,
    columns: { id: "شمار", date: "اشاعت", lane: "زاویہ", commitment: "وعدہ", bearing: "رخ", source: "ماخذ" },
    source: "ماخذ: درج شدہ مطبوعات؛ جہاں ویب پتا موجود ہے وہاں لنک دیا گیا ہے۔",
  },

  provinces: {
    title: "صوبہ وار",
    sub: "صرف وہ درجے جو کسی ایک صوبے کے لیے دیے گئے؛ قومی درجے یہاں شمار نہیں ہوتے۔ خانے تقریباً صوبوں کی جگہ پر ہیں، سرحدیں نہیں دکھاتے۔",
    none: "اس نکتے پر کسی صوبے کا الگ درجہ موجود نہیں۔",
    some: (rated, all) =>
      all === 1
        ? `جس ایک پر یہ نکتہ لاگو ہے اس کا ${rated === 1 ? "الگ درجہ موجود ہے" : "کوئی الگ درجہ موجود نہیں"}۔`
        : `جن ${all} پر یہ نکتہ لاگو ہے ان میں سے ${rated} کا الگ درجہ موجود ہے۔`,
    notApplicable: "لاگو نہیں",
    unrated: "بلا درجہ",
  },

  ratings: {
    title: "دوسروں کی آرا",
    sub: "اس نکتے پر شائع شدہ آرا، انہی کے الفاظ میں۔ ہم انہیں کبھی درجے میں نہیں بدلتے۔",
    none: "اس دن تک اس نکتے پر کوئی شائع شدہ رائے نہیں۔",
    noneOf: (region) => `اس دن تک اس نکتے پر ${region} یا پورے ملک کے بارے میں کوئی شائع شدہ رائے نہیں۔`,
    paraphrase: "الفاظ ہمارے",
    direction: "صرف سمت",
    in: "بحوالہ",
  },

  history: {
    title: "تاریخ اور تصحیحات",
    sub: "کچھ مٹایا نہیں جاتا۔",
    kind: {
      dataset: "ابتدائی ڈیٹا",
      "world-changed": "صورتِ حال بدلی",
      correction: "تصحیح",
      "re-check": "دوبارہ جانچ",
      redaction: "قانوناً حذف",
    },
    starting: (commitments, assessments) =>
      `${commitments} اور ${assessments === 1 ? "1 درجہ بندی" : `${assessments} درجہ بندیاں`}، جیسے پہلی بار شائع ہوئیں۔`,
    rechecked: (code) => `${code} کی دوبارہ جانچ، کوئی تبدیلی نہیں`,
    act: {
      add: "شامل کیا گیا",
      change: "بدلا گیا",
      withdraw: "واپس لیا گیا",
      redact: "قانوناً حذف کیا گیا",
    },
    point: (act) => `نکتے کا اندراج ${act}`,
    commitment: (code, act) => `${code}: وعدہ ${act}`,
    assessment: (code, act) => `${code}: درجہ بندی کا اندراج ${act}`,
    none: "اس نکتے پر ابھی کچھ شائع نہیں ہوا۔",
    ofRegion: (region) => `درجوں اور دوبارہ جانچ میں سے صرف وہ جو ${region} کے ہیں۔`,
  },

  crosswalk: {
    in: (year) => `${year} کے منصوبے میں`,
    sub: "ہماری تعبیر؛ کوئی سرکاری تقابلی جدول نہیں ملا۔",
    none: "دوسرے منصوبے سے کوئی ربط قائم نہیں کیا گیا۔",
    dropped: (year) => `${year} کے منصوبے میں شامل نہیں`,
    new: (year) => `${year} میں نیا`,
    provisional: "2021 کے نمبر اور عنوان ہمارے ہیں: سرکاری الفاظ اور نمبر نہیں ملے۔",
    weak: "موٹی لکیر: یہ نکتہ۔ ٹوٹی لکیر: کمزور ربط۔",
    columns: { from: "2014", relation: "تعلق", share: "حصہ", to: "2021", note: "نوٹ" },
    noShare: "نہیں بتایا گیا",
  },

  silences: {
    title: "خاموشیاں",
    sub: "اس نکتے پر وہ رپورٹیں اور اقدامات جن کا وعدہ ہوا یا توقع تھی، اور جو نہیں ملے یا دیر سے آئے۔",
    none: "اس نکتے پر کوئی خاموشی درج نہیں۔",
    notKnown: "اُس وقت تک معلوم نہیں تھا",
    notComplete: "نامکمل",
    by: (body) => `وعدہ: ${body}`,
    of: (body) => `توقع: ${body}`,
    lastSeen: (day) => `آخری بار ${day} کو دیکھا گیا`,
    on: (day) => `${day} کا وعدہ`,
    due: (day) => `${day} کو واجب`,
    waited: (months) => (months === 0 ? "ایک ماہ سے کم پہلے" : `${months} ماہ پہلے`),
  },

  brief: {
    label: "ایک صفحے کا خلاصہ",
    strand: "حصہ",
    rated: "درجہ یافتہ",
    claims: "دعووں کا اشاریہ",
    newest: (shown, all) =>
      shown === all ? (all === 1 ? "ماخذ:" : "مآخذ:") : `${all} مآخذ میں سے تازہ ترین ${shown}:`,
    provisional: "ابتدائی ڈیٹا کے درجے نیپ ٹریکر نے خود دیے ہیں؛ پاکستانی امور کے کسی ماہر نے ابھی نظرثانی نہیں کی۔",
  },

  citation: {
    title: "اس صفحے کا حوالہ",
    text: (number, title, plan, revision, published, asOf) =>
      `نیپ ٹریکر۔ ”نکتہ ${number}: ${title}“۔ ${plan}۔ اشاعت ${revision}، تاریخِ اشاعت ${published}؛ ${asOf} کی صورتِ حال۔`,
  },

  neighbours: { label: "دوسرے نکات", previous: "پچھلا", next: "اگلا" },
}
