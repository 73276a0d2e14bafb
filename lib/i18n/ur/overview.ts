import type { overview as en } from "@/lib/i18n/en/overview"

const K = "<k>عسکری حصہ</k> (فوج اور قانون نافذ کرنے والے ادارے)"
const N = "<n>غیر عسکری حصہ</n> (سیاسی، سماجی، معاشی، عدالتی اور انتظامی)"

/** "of 1 commitment", "of 5 commitments": the noun before a postposition. */
const ofCommitments = (count: number) => (count === 1 ? "وعدے" : "وعدوں")

export const overview: typeof en = {
  title: "مجموعی جائزہ",

  subject: {
    plan: "منصوبے",
    point: (number) => `نکتہ نمبر ${number}`,
    points: (numbers) => `نکات ${numbers}`,
    inRegion: (subject, region) => `${region} میں ${subject}`,
    half: (subject, track) => `${subject} کا ${track === "kinetic" ? "عسکری" : "غیر عسکری"} حصہ`,
  },
  headline: {
    opening: (day, claimed, rest) =>
      [day && `${day} کو`, claimed && "سرکاری دعووں کے مطابق", rest].filter(Boolean).join(" "),
    bothHalves: (subject, { k, n }, past) =>
      `${subject} کا عسکری حصہ 100 میں سے ${k} پر ${past ? "تھا" : "ہے"}، غیر عسکری حصہ ${n} پر`,
    cannotBeTold: (subject, past) =>
      past
        ? `کہا نہیں جا سکتا کہ ${subject} کا کون سا حصہ آگے تھا`
        : `کہا نہیں جا سکتا کہ ${subject} کا کون سا حصہ آگے ہے`,
    mostlyUnrated: (subject, past) => `${subject} کے زیادہ تر وعدوں کی درجہ بندی ممکن نہیں${past ? " تھی" : ""}`,
    oneHalf: (half, index, past) => `${half} 100 میں سے ${index} پر ${past ? "تھا" : "ہے"}`,
    otherEmpty: (sentence, track) =>
      `${sentence}؛ ${track === "kinetic" ? "عسکری" : "غیر عسکری"} حصے میں کوئی وعدہ نہیں`,
    empty: (subject) => `اس منظر میں ${subject} کا کوئی وعدہ نہیں`,
  },
  lede: {
    elapsed: (years, months) => (years > 0 ? `${years} سال بعد` : months > 0 ? `${months} ماہ بعد` : "پہلے ہی ماہ میں"),
    composition: (elapsed, complete, notInitiated, all, past) =>
      all === 1
        ? `${elapsed} واحد وعدہ ${complete === 1 ? `مکمل ${past ? "تھا" : "ہے"}` : notInitiated === 1 ? `شروع ہی نہیں ${past ? "ہوا تھا" : "ہوا"}` : `مکمل نہیں${past ? " تھا" : ""}`}۔`
        : `${elapsed} ${all} میں سے ${complete === 0 ? `کوئی وعدہ مکمل نہیں${past ? " تھا" : ""}` : `${complete} ${complete === 1 ? "وعدہ" : "وعدے"} مکمل ${past ? (complete === 1 ? "تھا" : "تھے") : complete === 1 ? "ہے" : "ہیں"}`} اور ${notInitiated === 0 ? `ایسا کوئی وعدہ نہیں${past ? " تھا" : ""} جس پر کام شروع ہی نہ ہوا ہو` : `${notInitiated} پر کام شروع ہی نہیں ${past ? "ہوا تھا" : "ہوا"}`}۔`,
    half: (track, index, rated, all, past) =>
      track === "kinetic"
        ? `${K} <k>${index}</k> پر ${past ? "تھا" : "ہے"}، ${all} میں سے ${rated} درجہ یافتہ ${ofCommitments(rated)} کی بنیاد پر`
        : `${N} <n>${index}</n> پر ${past ? "تھا" : "ہے"}، ${all} میں سے ${rated} درجہ یافتہ ${ofCommitments(rated)} کی بنیاد پر`,
    halfUnrated: (track, all, past) =>
      track === "kinetic"
        ? `${K}: ${all} میں سے کسی وعدے کی درجہ بندی ممکن نہیں${past ? " تھی" : ""}`
        : `${N}: ${all} میں سے کسی وعدے کی درجہ بندی ممکن نہیں${past ? " تھی" : ""}`,
    join: (kinetic, nonKinetic) => `${kinetic}؛ ${nonKinetic}۔`,
    alone: (half) => `${half}۔`,
    between: (unrated, behind, ahead) =>
      `بیچ میں ${unrated} ${unrated === 1 ? "وعدہ ہے جس" : "وعدے ہیں جن"} کی درجہ بندی ممکن نہیں: ${unrated === 1 ? "اس" : "ان"} پر منحصر ہے کہ <k>عسکری</k> حصہ کہاں ہو، ${behind} پوائنٹ پیچھے سے لے کر ${ahead} پوائنٹ آگے تک کہیں بھی۔`,
    kineticLeads: (by, atLeast) =>
      `<k>عسکری</k> حصہ ${by} پوائنٹ آگے ہے، اور جن وعدوں کی درجہ بندی ممکن نہیں وہ سب اس کے خلاف نکلیں تب بھی ${atLeast} پوائنٹ آگے رہے گا۔`,
    nonKineticLeads: (by, atLeast) =>
      `<n>غیر عسکری</n> حصہ ${by} پوائنٹ آگے ہے، اور جن وعدوں کی درجہ بندی ممکن نہیں وہ سب اس کے خلاف نکلیں تب بھی ${atLeast} پوائنٹ آگے رہے گا۔`,
    noneRated: (all, past) =>
      all === 1
        ? `واحد وعدے کی درجہ بندی ممکن نہیں${past ? " تھی" : ""}، اس لیے کوئی اشاریہ نہیں۔`
        : `${all} میں سے کسی وعدے کی درجہ بندی ممکن نہیں${past ? " تھی" : ""}، اس لیے کوئی اشاریہ نہیں۔`,
    mostlyUnrated: (rated, all, past) =>
      `${all} میں سے صرف ${rated} ${ofCommitments(rated)} کی درجہ بندی ممکن ${past ? "تھی" : "ہے"}، جو کسی فیصلے کے لیے بہت کم ${rated === 1 ? "ہے" : "ہیں"}۔`,
  },

  notAdopted: {
    headline: (year, day) => `${day} کو ${year} کا منصوبہ ابھی منظور نہیں ہوا تھا`,
    lede: (day) => `یہ منصوبہ ${day} کو منظور ہوا۔ اس سے پہلے کے کسی دن پر اس کا کوئی وعدہ نہیں جانچا جاتا۔`,
    see: (day) => `${day} کی صورت دکھائیں`,
  },

  stand: {
    title: (all) => (all === 1 ? "1 وعدہ کہاں کھڑا ہے" : `${all} وعدے کہاں کھڑے ہیں`),
    index: "اشاریہ",
    unchanged: "12 ماہ میں کوئی تبدیلی نہیں",
    moved: (by, { up, down, "newly-rated": found, "unrated-since": lost }) => {
      const told = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}`])
      const levels = up + down === 0 ? ["کوئی درجہ نہیں بدلا"] : [...told(up, "اوپر"), ...told(down, "نیچے")]
      const why = [...told(found, "کو نیا درجہ ملا"), ...told(lost, "اب بلا درجہ"), ...levels].join("، ")
      return `12 ماہ میں ${by} پوائنٹ: ${why}`
    },
    notRated: "درجہ بندی ممکن نہیں",
    nothing: "اس منظر میں کوئی وعدہ نہیں",
    provisional: (count, all) =>
      count === all
        ? all === 1
          ? "درجہ بندی عارضی"
          : "تمام درجہ بندی عارضی"
        : `${all} میں سے ${count} کی درجہ بندی عارضی`,
  },
  imbalance: {
    title: "عدم توازن",
    points: { "kinetic-ahead": "پوائنٹ، عسکری آگے", "non-kinetic-ahead": "پوائنٹ، غیر عسکری آگے" },
    certain: (range) => `حد ${range}: برتری یقینی ہے`,
    spansZero: (range) => `حد ${range}: صفر اس کے اندر ہے، اس لیے کوئی ایک عدد نہیں دیا جاتا`,
    spoken: (range) => `عدم توازن، عسکری منفی غیر عسکری: کہا نہیں جا سکتا، حد ${range}`,
    spokenTold: (value, range) => `عدم توازن، عسکری منفی غیر عسکری: ${value}، حد ${range}`,
  },

  trend: {
    title: (year) => `${year} سے دونوں محور`,
    titleOne: { kinetic: (year) => `${year} سے عسکری محور`, "non-kinetic": (year) => `${year} سے غیر عسکری محور` },
    both: (day, k0, k1, n0, n1) => `${day} سے عسکری اشاریہ ${k0} سے ${k1} پر آیا، غیر عسکری ${n0} سے ${n1} پر۔`,
    one: (day, from, to) => `${day} سے اشاریہ ${from} سے ${to} پر آیا۔`,
    same: (day, index) => `اشاریہ وہیں ہے جہاں ${day} کو تھا: ${index}۔`,
    little: "بہت کم وعدوں کی درجہ بندی ممکن ہے، اس لیے لکیر نہیں کھینچی جا سکتی۔",
    note: "اشاریہ 0 سے 100۔ ہلکا رنگ: وہ حد جو درجہ بندی نہ ہونے سے کھلی رہتی ہے۔",
    events: (count) => (count === 1 ? "1 واقعہ" : `${count} واقعات`),
    event: "واقعہ",
    kind: "قسم",
    atEnd: "ہر سال کے اختتام پر، اور اُس دن پر جو پوچھا گیا",
  },
  imbalanceChart: {
    title: "عدم توازن: عسکری منفی غیر عسکری، پوائنٹ میں",
    note: "بھرا ہوا: برتری یقینی ہے۔ دھاری دار: صفر حد کے اندر ہے، اس لیے کوئی عدد نہیں دیا جاتا۔",
    oneTrack: "منظر میں صرف ایک محور ہے، اس لیے موازنے کے لیے کچھ نہیں۔",
    never: (year) => `${year} سے کبھی نہیں کہا جا سکا کہ کون سا حصہ آگے ہے: صفر ہمیشہ حد کے اندر رہا۔`,
    notNow: (range) => `کہا نہیں جا سکتا کہ کون سا حصہ آگے ہے: حد ${range} ہے۔`,
    told: {
      "kinetic-ahead": (by) => `عسکری حصہ ${by} پوائنٹ آگے ہے۔`,
      "non-kinetic-ahead": (by) => `غیر عسکری حصہ ${by} پوائنٹ آگے ہے۔`,
    },
  },

  grid: {
    title: "ہر نکتے کے دو حصے",
    finding: (strands, complete, intermediate, low, unrated) =>
      `${strands} حصوں میں سے ${complete} مکمل، ${intermediate} درمیانی، ${low} معمولی یا آغاز نہیں ہوا؛ ${unrated} کی درجہ بندی ممکن نہیں۔`,
    note: "خانے: سال کے اختتام پر قریب ترین درجہ؛ عدد تبدیلی دکھاتا ہے۔ پٹیاں: منتخب تاریخ کا اشاریہ، جہاں درجہ بندی ممکن نہیں وہاں دھاری دار؛ جہاں نصف سے کم وعدوں کا درجہ ہو وہاں اشاریے کی جگہ ان کی تعداد (1/3) ہے۔",
    noteGap:
      "خانے: ہر سال کے اختتام پر دعوے کا درجہ منفی جائزے کا درجہ۔ اعداد: منتخب تاریخ کو یہی فرق، اشاریے کے پوائنٹ میں، ان وعدوں پر جن کے دونوں درجے موجود ہیں؛ جلی جہاں بلا درجہ وعدے کچھ بھی نکلیں فرق اسی رخ رہتا ہے۔",
    gap: "دعویٰ منفی جائزہ",
    lane: "زاویہ",
    show: "دکھائیں",
    both: "دونوں",
    now: "اب",
    point: "نکتہ",
    byYear: (track) => `${track}، سال بہ سال`,
    indexNow: (track) => `${track}، موجودہ اشاریہ`,
    indexOn: (track, day) => `${track}، ${day} کا اشاریہ`,
    count: (shown, all) => `${all} میں سے ${shown} ${shown === 1 ? "نکتہ" : "نکات"}`,
    summary: (commitments, index) => `${commitments}، اشاریہ ${index}`,
    summaryUnrated: (commitments) => `${commitments}، درجہ بندی ممکن نہیں`,
    notInView: "اس منظر میں نہیں",
    unrated: "بلا درجہ",
    few: (range, rated, all) => `${range}، درجہ بندی ممکن نہیں: ${all} میں سے ${rated} درجہ یافتہ`,
    noPair: "موازنہ ممکن نہیں",
    from: (level, year) => `${year} سے ${level}`,
    leftOut: { not: "2021 میں شامل نہیں", partly: "2021 میں صرف جزوی طور پر شامل" },
    cut: (day) => `${day} تک`,
    gapKey: {
      same: "دعویٰ اور جائزہ یکساں",
      more: "جائزے سے جتنے درجے زیادہ دعویٰ",
      less: "دعوے سے جتنے درجے زیادہ جائزہ",
      unknown: "موازنہ ممکن نہیں",
    },
  },

  claims: {
    title: "دعوے ثبوت سے آگے",
    finding: (ahead, strands, certain) => {
      const always = "بلا درجہ وعدے کچھ بھی نکلیں"
      const rest =
        ahead === 0
          ? "۔"
          : certain === ahead
            ? `، ${always}۔`
            : certain === 0
              ? `؛ ایسا کوئی حصہ نہیں جس میں یہ ہر صورت میں درست ہو، ${always}۔`
              : `؛ ${certain} میں یہ ہر صورت میں درست ہے، ${always}۔`
      return strands === 1
        ? `جس ایک حصے میں دونوں معلوم ہیں، اس میں سرکاری دعوے جائزے سے اوپر ${ahead === 1 ? "ہیں" : "نہیں"}${rest}`
        : `جن ${strands} حصوں میں دونوں معلوم ہیں، ان میں سے ${ahead === 0 ? "کسی میں سرکاری دعوے جائزے سے اوپر نہیں" : `${ahead} میں سرکاری دعوے جائزے سے اوپر ہیں`}${rest}`
    },
    none: "کسی حصے میں دعویٰ اور جائزہ دونوں ایسے نہیں کہ موازنہ ہو سکے۔",
    note: "اشاریہ 0 سے 100، ان وعدوں پر جن کے دونوں درجے موجود ہیں؛ سب سے بڑا فرق پہلے۔ حد میں تمام وعدے شامل ہیں، وہ بھی جن کا ایک ہی درجہ ہے۔ جلی: بلا درجہ وعدے کچھ بھی نکلیں، فرق اسی رخ رہتا ہے۔",
    onPairs: (pairs, all) => `${all} میں سے ${pairs} کے دونوں درجے موجود`,
    all: (count) => (count === 1 ? "واحد حصہ" : `تمام ${count} حصے`),
    strand: "حصہ",
    claim: "سرکاری دعویٰ",
    findingWord: "آزاد جائزہ",
    difference: "فرق",
    pairs: "جوڑے",
    spoken: (claim, finding) => `دعویٰ ${claim}، جائزہ ${finding}`,
  },
  changes: {
    title: "تازہ تبدیلیاں",
    finding: (recent, ever) => `پچھلے 12 ماہ میں ${recent}؛ منصوبے کی منظوری سے اب تک ${ever}۔`,
    counted: ({ levels, found, lost }) =>
      [
        levels === 0 ? "کوئی درجہ نہیں بدلا" : levels === 1 ? "1 درجہ بدلا" : `${levels} درجے بدلے`,
        ...(found === 0 ? [] : [`${found} کو نیا درجہ ملا`]),
        ...(lost === 0 ? [] : [`${lost} اب بلا درجہ`]),
      ].join("، "),
    note: "اُس تاریخ کے لحاظ سے جب صورتِ حال بدلی۔",
    none: "ابھی تک نہ کوئی درجہ بدلا ہے نہ کسی کو نیا درجہ ملا ہے۔",
    fromTo: (from, to) => `${from} سے ${to}`,
  },
  stale: {
    title: "سب سے پرانے واقعات اور جانچ",
    finding: (old, all) =>
      all === 1
        ? `واحد درجہ یافتہ وعدے کا تازہ ترین واقعہ یا درج شدہ دوبارہ جانچ ${old === 1 ? "12 ماہ سے زیادہ پرانی ہے" : "پچھلے 12 ماہ کے اندر کی ہے"}۔`
        : old === 0
          ? `درجہ یافتہ تمام ${all} وعدوں کا کوئی واقعہ یا درج شدہ دوبارہ جانچ پچھلے 12 ماہ کے اندر کی ہے۔`
          : `درجہ یافتہ ${all} میں سے ${old} ${ofCommitments(old)} کا تازہ ترین واقعہ یا درج شدہ دوبارہ جانچ 12 ماہ سے زیادہ پرانی ہے۔`,
    note: "تازہ ترین دوبارہ جانچ کو گزرے مہینے؛ جہاں کوئی درج نہیں وہاں خود واقعے کو گزرے مہینے۔ ابتدائی ڈیٹا میں کوئی جانچ درج نہیں، اگرچہ اس کے صفحات مارچ 2026 تک پڑھے گئے۔ لکیر 12 ماہ پر ہے۔",
    none: "یہاں ابھی کسی وعدے کو درجہ نہیں ملا۔",
  },
  silences: {
    title: "خاموشیاں",
    finding: (missing, all, dated, ended) => {
      const rest = ended === 0 ? "" : ` مزید ${ended} کا وعدہ کسی نے نہیں کیا تھا اور سلسلہ ختم ہو گیا۔`
      return all === 1
        ? `جس 1 رپورٹ یا اقدام کا وعدہ ہوا یا توقع تھی، اس کا ${missing === 1 ? "کوئی سراغ نہیں ملا" : "سراغ ملا"}؛ اس کی ${dated === 1 ? "تاریخ طے تھی" : "کوئی تاریخ طے نہ تھی"}۔${rest}`
        : `جن ${all} رپورٹوں اور اقدامات کا وعدہ ہوا یا توقع تھی، ان میں سے ${missing === 0 ? "کوئی ایسا نہیں جس کا سراغ نہ ملا ہو" : `${missing} کا کوئی سراغ نہیں ملا`}؛ ${dated === 0 ? "کسی کی تاریخ طے نہ تھی" : `${dated} کی تاریخ طے تھی`}۔${rest}`
    },
    note: "پٹی وعدے، مقررہ تاریخ یا آخری بار دیکھے جانے کے دن سے شروع ہوتی ہے۔",
    none: "یہاں کوئی خاموشی درج نہیں۔",
    sources: (count) => (count === 1 ? "1 ماخذ" : `${count} مآخذ`),
    promised: (day) => `وعدہ ${day}`,
    due: (day) => `مقررہ تاریخ ${day}`,
    undated: "کوئی تاریخ نہیں دی گئی",
    lastSeen: (day) => `آخری بار ${day} کو دیکھا گیا`,
    notComplete: (months) => `${months} بعد بھی نامکمل`,
    notCompletePlain: "نامکمل",
    rest: (count) => `مزید ${count}`,
    status: {
      "not-found": (months) => `${months} بعد بھی نہیں ملی`,
      late: () => "تاخیر سے",
      closed: () => "عوام کے لیے بند",
      ended: (months) => `${months} پہلے ختم`,
      "not-known": () => "اُس وقت تک معلوم نہیں تھا",
    },
    plain: {
      "not-found": "نہیں ملی",
      late: "تاخیر سے",
      closed: "عوام کے لیے بند",
      ended: "ختم",
      "not-known": "اُس وقت تک معلوم نہیں تھا",
    },
  },
  sectors: {
    title: "ذمہ دار کون",
    finding: (sector, count, all) =>
      all === 1
        ? `${sector}: واحد وعدے میں ان کا نام ہے۔`
        : `${sector}: ${all} میں سے ${count} ${ofCommitments(count)} میں ان کا نام ہے۔`,
    note: "جس وعدے میں دو قسم کے اداروں کا نام ہو وہ دونوں میں گنا جاتا ہے۔ اعداد: ہر محور کا اشاریہ۔",
    sector: "ادارے کی قسم",
  },
}
