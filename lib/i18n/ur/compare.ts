import type { compare as en } from "@/lib/i18n/en/compare"
import { thousands } from "@/lib/i18n/format"

const commitments = (count: number) => (count === 1 ? "1 وعدہ" : `${count} وعدے`)
/** The noun with its relative word before a postposition: "of the 1 commitment which", "of the 5 which". */
const which = (count: number) => (count === 1 ? "جس 1 وعدے" : `جن ${count} وعدوں`)
const of = (count: number) => (count === 1 ? "اس" : "ان")
const days = (count: number) => `${thousands(count)} دن`
const ago = (count: number | null) => (count === null ? "" : `؛ ${days(count)} پہلے`)
/** A difference that rounds to nothing is still one. */
const byPoints = (by: string) => (by === "0" ? "1 پوائنٹ سے بھی کم" : `${by} پوائنٹ`)
const SIDE = { a: "الف", b: "ب" }
const TRACK = { kinetic: "عسکری", "non-kinetic": "غیر عسکری" }

export const compare: typeof en = {
  title: "موازنہ",
  bar: "کس کا موازنہ",
  kind: {
    dates: "دو تاریخیں",
    lanes: "دعویٰ اور جائزہ",
    tracks: "دو محور",
    regions: "دو علاقے",
    plans: "دو منصوبے",
  },
  field: {
    dates: { a: "الف، دن", b: "ب، دن" },
    regions: { a: "الف، علاقہ", b: "ب، علاقہ" },
    plans: { a: "الف، منصوبہ", b: "ب، منصوبہ" },
  },
  then: "الف، دن",
  show: "موازنہ کریں",
  swap: "آپس میں بدلیں",
  since: (day) => `${day} سے موازنہ کریں`,
  side: SIDE,
  sides: "دونوں طرف، درجہ بہ درجہ",
  named: (side, name) => `${side}۔ ${name}`,
  planOn: (plan, day) => `${plan}، ${day}`,
  reach: (points, count) => `${points === 1 ? "1 نکتہ" : `${points} نکات`}، ${commitments(count)}`,
  coreOnly: "صرف قابلِ موازنہ حصہ",
  sharedOnly: "صرف وہ جو دونوں طرف لاگو ہے",

  headline: {
    dates: (from, to, up, down) =>
      up + down === 0
        ? `${from} اور ${to} کے درمیان کسی درجہ یافتہ وعدے کا درجہ نہیں بدلا`
        : `${from} اور ${to} کے درمیان ${up === 0 ? "کوئی وعدہ اوپر نہیں گیا" : `${commitments(up)} اوپر ${up === 1 ? "گیا" : "گئے"}`} اور ${down === 0 ? "کوئی نیچے نہیں آیا" : `${down} نیچے ${down === 1 ? "آیا" : "آئے"}`}`,
    datesBack: (later, day, higher, lower) =>
      higher + lower === 0
        ? `${day} کو کسی درجہ یافتہ وعدے کا درجہ بعد کی تاریخ ${later} کے درجے سے مختلف نہیں تھا`
        : `بعد کی تاریخ ${later} کے مقابلے میں ${day} کو ${higher === 0 ? "کسی وعدے کا درجہ اونچا نہیں تھا" : `${higher} ${higher === 1 ? "وعدے" : "وعدوں"} کا درجہ اونچا تھا`} اور ${lower === 0 ? "کسی کا نیچا نہیں تھا" : `${lower} کا نیچا تھا`}`,
    notAdopted: (year, day) => `${day} کو ${year} کا منصوبہ ابھی منظور نہیں ہوا تھا، اس لیے موازنے کے لیے کچھ نہیں`,
    lanes: (above, below, pairs) =>
      pairs === 0
        ? "کسی وعدے پر دعوے اور جائزے دونوں کا درجہ موجود نہیں"
        : pairs === 1
          ? `جس ایک وعدے کے دونوں درجے موجود ہیں، اس پر سرکاری دعویٰ ${above > 0 ? "ثبوت سے اوپر ہے" : below > 0 ? "ثبوت سے نیچے ہے" : "ثبوت کے مطابق ہے"}`
          : `${which(pairs)} کے دونوں درجے موجود ہیں، ${of(pairs)} میں سے ${above === 0 ? "کسی" : above} پر سرکاری دعوے ثبوت سے اوپر ${above === 0 ? "نہیں" : "ہیں"} اور ${below === 0 ? "کسی پر نیچے نہیں" : `${below} پر نیچے ہیں`}`,
    tracks: (ahead, all) => {
      const [kinetic, other] = [ahead.kinetic, ahead["non-kinetic"]]
      if (all === 0) return "منتخب نکات میں سے کسی میں دونوں طرح کا کام نہیں"
      if (all === 1) {
        return `دونوں طرح کے کام والے واحد نکتے پر ${kinetic + other === 0 ? "کہا نہیں جا سکتا کہ کون سا حصہ آگے ہے" : `${kinetic > 0 ? "عسکری" : "غیر عسکری"} حصہ یقیناً آگے ہے`}`
      }
      return kinetic + other === 0
        ? `دونوں طرح کے کام والے ${all} نکات میں سے کسی کے بارے میں نہیں کہا جا سکتا کہ کون سا حصہ آگے ہے`
        : `دونوں طرح کے کام والے ${all} نکات میں سے ${[
            ...(other === 0 ? [] : [`${other} پر غیر عسکری حصہ یقیناً آگے ہے`]),
            ...(kinetic === 0 ? [] : [`${kinetic} پر عسکری حصہ یقیناً آگے ہے`]),
            ...(other === 0 ? ["غیر عسکری حصہ کسی پر نہیں"] : kinetic === 0 ? ["عسکری حصہ کسی پر نہیں"] : []),
          ].join("، ")}`
    },
    regions: (a, b, pairs, shared) =>
      shared === 0
        ? `${a} اور ${b}: منتخب وعدوں میں سے کوئی دونوں میں لاگو نہیں`
        : shared === 1
          ? `${a} اور ${b}: دونوں میں لاگو واحد وعدے کی درجہ بندی دونوں جگہ ${pairs === 1 ? "ممکن ہے" : "ممکن نہیں"}`
          : `${a} اور ${b}: دونوں میں لاگو ${shared} وعدوں میں سے ${pairs} کی درجہ بندی دونوں جگہ ممکن ہے`,
    plans: (year, kept, of, dropped, added) =>
      `ہماری تعبیر میں ${year} کا منصوبہ ${of} میں سے ${kept} نکات جاری رکھتا ہے؛ ${dropped} ${dropped === 1 ? "ختم ہوا" : "ختم ہوئے"} اور ${added} ${added === 1 ? "نیا ہے" : "نئے ہیں"}`,
    plansBack: (a, b, kept, of) =>
      `ہماری تعبیر میں ${a} کے منصوبے کے ${of} میں سے ${kept} نکات ${b} کے منصوبے سے جڑے ہیں`,
  },
  lede: {
    pairs: (count, a, b) =>
      `${which(count)} کا درجہ دونوں طرف موجود ہے، ${of(count)} پر اشاریہ الف میں ${a} اور ب میں ${b} ہے۔`,
    noPairs: "کسی وعدے کا درجہ دونوں طرف موجود نہیں۔",
    continued: (count, a, b) =>
      `ایسے ${count} ${count === 1 ? "جوڑے پر جس" : "جوڑوں پر جن"} میں نیا وعدہ پرانے کو جاری رکھتا ہے اور دونوں کا درجہ موجود ہے، اشاریہ الف میں ${a} اور ب میں ${b} ہے۔`,
    noneContinued: "کسی ایسے جوڑے میں، جہاں نیا وعدہ پرانے کو جاری رکھتا ہے، دونوں کا درجہ موجود نہیں۔",
    oneDay: (a, b, day) => `الف ${a} کا منصوبہ ہے اور ب ${b} کا، دونوں ${day} کو۔`,
    apart: (a, dayA, b, dayB) =>
      `الف ${a} کا منصوبہ ہے، ${dayA} کو؛ ب ${b} کا منصوبہ ہے، ${dayB} کو۔ ممکن ہے فرق ان دو تاریخوں کے درمیانی عرصے کا ہو، منصوبے کے بدلنے کا نہیں۔`,
    core: (halves) => `جو کچھ دونوں منصوبوں میں ہے، اس پر ${halves.join("؛ ")}۔`,
    half: (track, a, b) => `${TRACK[track]} اشاریہ ${a} اور ${b}`,
    at: {
      index: (side, index) => `${SIDE[side]} میں ${index} ہے`,
      unrated: (side) => `${SIDE[side]} میں نہیں نکلتا (وہاں کسی وعدے کی درجہ بندی ممکن نہیں)`,
      nothing: (side) => `${SIDE[side]} میں نہیں نکلتا (وہاں کوئی وعدہ نہیں)`,
    },
    track: {
      index: (side, track, index, rated, all) =>
        `${TRACK[track]} اشاریہ (${SIDE[side]}) ${index} ہے، ${all} میں سے ${rated} درجہ یافتہ ${rated === 1 ? "وعدے" : "وعدوں"} کی بنیاد پر۔`,
      unrated: (side, track, all) =>
        all === 1
          ? `واحد ${TRACK[track]} وعدے (${SIDE[side]}) کی درجہ بندی ممکن نہیں۔`
          : `${all} ${TRACK[track]} وعدوں (${SIDE[side]}) میں سے کسی کی درجہ بندی ممکن نہیں۔`,
      nothing: (side, track) => `اس انتخاب میں کوئی ${TRACK[track]} وعدہ (${SIDE[side]}) نہیں۔`,
    },
    between: (unrated) =>
      `ان کے درمیان ${unrated} ${unrated === 1 ? "وعدہ ہے جس" : "وعدے ہیں جن"} کی درجہ بندی ممکن نہیں۔`,
    all: {
      higher: (by) => `بلا درجہ وعدے کچھ بھی نکلیں، ب ${byPoints(by)} اوپر ہے۔`,
      lower: (by) => `بلا درجہ وعدے کچھ بھی نکلیں، ب ${byPoints(by)} نیچے ہے۔`,
      unchanged: () => "بلا درجہ وعدے کچھ بھی نکلیں، ب وہیں ہے جہاں الف ہے۔",
      "cannot-be-told": () =>
        "دونوں طرف کے وہ وعدے بھی گنیں جن کی درجہ بندی ممکن نہیں، تو کہا نہیں جا سکتا کہ دونوں میں سے کون اوپر ہے۔",
    },
    knownAt: (revision, day) => `یہ وہ ہے جو ${day} کو شائع ہونے والی اشاعت ${revision} میں درج تھا۔`,
  },

  basket: {
    title: { same: "ایک ہی وعدے", overlap: "جو دونوں میں ہے", apart: "دو الگ مجموعے", core: "قابلِ موازنہ حصہ" },
    both: (count) => `دونوں میں ${count}`,
    overlap: (a, b) =>
      `${commitments(a)} صرف الف میں اور ${b} صرف ب میں لاگو ہیں۔ مجموعے مختلف ہیں، اس لیے پورے اشاریوں کا آپس میں موازنہ نہیں کیا جاتا: نیچے صرف وہ گنا گیا ہے جو دونوں طرف لاگو ہے۔`,
    tracks: (a, b) =>
      `دونوں محوروں میں کوئی وعدہ مشترک نہیں: الف میں ${a}، ب میں ${b}۔ ان کا فرق عدم توازن ہے؛ کچھ ایک طرف سے دوسری طرف نہیں جاتا۔`,
    core: (a, b) =>
      `قابلِ موازنہ حصے میں ${a} اور ${b} شامل ہیں۔ مجموعے مختلف ہیں، اس لیے پورے منصوبے آمنے سامنے نہیں دکھائے جاتے: اس حصے سے باہر اعداد اس لیے مختلف ہیں کہ منصوبہ بدلا۔`,
    cover: (points, ofPoints, count, of, year) =>
      `${year} کے منصوبے کے ${ofPoints} میں سے ${points} ${points === 1 ? "نکتہ" : "نکات"} اور ${of} میں سے ${commitments(count)}`,
    partly: (numbers, count) =>
      `${count === 1 ? `نکتہ ${numbers} صرف جزوی طور پر جاری ہے؛ اس` : `نکات ${numbers} صرف جزوی طور پر جاری ہیں؛ ان`} کے تمام وعدے گنے گئے ہیں، کیونکہ ربط نکات کو جوڑتا ہے، جملوں کو نہیں۔`,
    changed: (revision, day) =>
      `یہ حصہ آخری بار اشاعت ${revision} (${day}) میں بدلا۔ یہ صرف تب بدلتا ہے جب اس کا کوئی ربط بدلے۔`,
    noLinks: "دونوں منصوبوں کو کوئی ربط نہیں جوڑتا، اس لیے موازنہ ممکن نہیں۔",
    whole: "پورے منصوبے، جو ایک جیسے نہیں",
    wholeNote: "صرف حوالے کے لیے۔ ان اعداد کا آپس میں موازنہ درست نہیں۔",
  },
  nothing: "یہاں کوئی وعدہ نہیں",

  moved: {
    title: "سب سے زیادہ کیا بدلا",
    differs: "سب سے زیادہ فرق کہاں ہے",
    byTrack: "دونوں طرح کے کام والے نکات",
    note: "حصے کا اشاریہ الف میں (خالی) اور ب میں (بھرا ہوا)، 0 سے 100۔ باریک لکیریں حد دکھاتی ہیں: اوپر الف، نیچے ب۔",
    noteLanes: "جائزے کا اشاریہ (بھرا ہوا) اور دعوے کا (خالی مربع)، 0 سے 100۔ باریک لکیریں حد دکھاتی ہیں۔",
    noteTracks:
      "ہر نکتے کا غیر عسکری (دائرہ) اور عسکری (مربع) اشاریہ، 0 سے 100۔ عدد ب منفی الف ہے۔ باریک لکیریں حد دکھاتی ہیں۔",
    notePlans:
      "ب کا ہر نکتہ، الف کے ان نکات کے ساتھ جن سے وہ جڑا ہے۔ اشاریہ الف میں (خالی) اور ب میں (بھرا ہوا)؛ باریک لکیریں حد دکھاتی ہیں۔",
    finding: (what, all, { higher, lower, unchanged, untold }, names) => {
      const told = (count: number, words: string) => (count === 0 ? [] : [all === 1 ? words : `${count} پر ${words}`])
      const each = [
        ...told(higher, `${names.b} اوپر`),
        ...told(lower, `${names.a} اوپر`),
        ...told(unchanged, "کوئی فرق نہیں"),
        ...told(untold, "کہا نہیں جا سکتا کہ کون اوپر ہے"),
      ]
      const opening =
        what === "strand"
          ? all === 1
            ? "واحد حصے پر"
            : `${all} حصوں میں سے`
          : all === 1
            ? "واحد نکتے پر"
            : `${all} نکات میں سے`
      return `${opening} ${each.join("؛ ")}۔`
    },
    findingCommitments: (rated, all) => `${all} میں سے ${rated} کی درجہ بندی دونوں طرف ممکن ہے۔`,
    none: "یہاں کسی چیز کا موازنہ ممکن نہیں۔",
    noneByTrack: "منتخب نکات میں سے کسی میں دونوں طرح کا کام نہیں۔",
    all: (count) => (count === 1 ? "واحد سطر" : `تمام ${count} سطریں`),
    pairs: (change, pairs, all) => `${all} میں سے ${pairs} پر، جن کے دونوں درجے موجود ہیں: ${change}`,
    bare: (count) =>
      `${count} ${count === 1 ? "حصے" : "حصوں"} میں کسی طرف کوئی درجہ نہیں؛ ${count === 1 ? "یہ جدول میں ہے" : "یہ جدول میں ہیں"}۔`,
    noPairs: "کسی کے دونوں درجے موجود نہیں",
    unchanged: "کوئی تبدیلی نہیں",
    spoken: (a, b, verdict) => `الف ${a}، ب ${b}: ${verdict}`,
    rows: { points: "نکات کے لحاظ سے", commitments: "وعدوں کے لحاظ سے" },
    rowsLabel: "سطریں",
    from: (titles) => `منسلک: ${titles}`,
    strand: "حصہ",
    difference: "فرق",
    why: "وجہ، ثبوت کے ساتھ",
    notAssessed: "ابھی کسی نے اس کی درجہ بندی نہیں کی",
    rest: (count) => `مزید ${count}`,
    alike: (count) => `مزید ${count}، جن میں کوئی فرق نہیں`,
    rangeOf: (side) => `${side} کی حد`,
    notDrawn: (counts) => `تصویر میں شامل نہیں: ${counts}۔`,
    steps: (steps) => `${steps} درجے`,
    oneStep: (steps) => `${steps} درجہ`,
  },
  movement: {
    up: "ب میں اوپر",
    down: "ب میں نیچے",
    same: "وہی درجہ",
    "newly-rated": "درجہ صرف ب میں",
    "unrated-since": "درجہ صرف الف میں",
    unrated: "دونوں طرف بلا درجہ",
  },
  movementDated: {
    up: "اوپر گئے",
    down: "نیچے آئے",
    same: "تبدیلی نہیں",
    "newly-rated": "نیا درجہ ملا",
    "unrated-since": "اب بلا درجہ",
    unrated: "دونوں دن بلا درجہ",
  },
  counts: "ہر وعدے کا کیا بنا",
  inBetween: (moves) =>
    `اس دوران ${moves} ${moves === 1 ? "درجہ بندی" : "درجہ بندیوں"} سے کوئی درجہ ملا یا بدلا؛ ممکن ہے کوئی درجہ بدل کر واپس آ گیا ہو۔`,

  reasons: {
    title: "وجہ: اس دوران کی درجہ بندیاں",
    note: "اُس دن کے لحاظ سے جب صورتِ حال بدلی، تازہ ترین پہلے۔ ہر ایک اپنے وعدے تک لے جاتی ہے؛ ثبوت نیچے کھلتا ہے۔",
    none: "ان دونوں دنوں کے درمیان کسی درجہ بندی سے کوئی درجہ نہیں بدلا۔",
    first: "پہلی بار درجہ",
    events: "اس دوران کے واقعات",
    eventsNote: "اس عرصے میں کیا ہوا؛ یہ سبب کا ثبوت نہیں۔",
    noEvents: "ان دونوں دنوں کے درمیان کوئی واقعہ درج نہیں۔",
    day: "دن",
    event: "واقعہ",
    kind: "قسم",
  },

  core: {
    title: { kinetic: "قابلِ موازنہ حصہ، عسکری محور", "non-kinetic": "قابلِ موازنہ حصہ، غیر عسکری محور" },
    finding: (day, indices) => `${day} کو اس حصے کا اشاریہ ${indices} ہے۔`,
    stands: (year, index) => `${year} کے الفاظ میں ${index}`,
    untold: (year) => `${year} کے الفاظ میں اس کے کسی وعدے کی درجہ بندی ممکن نہیں۔`,
    atA: (day, index) => `${day} کو، یعنی الف کے دن، یہ ${index} ہے۔`,
    note: "قابلِ موازنہ وعدوں کا اشاریہ، 0 سے 100، ہر منصوبے کی اپنی لکیر؛ نظرثانی کے پار کچھ نہیں جڑتا۔ ہلکا رنگ: حد۔",
    wording: (year) => `${year} کے الفاظ`,
    nothing: "یہاں دونوں منصوبوں میں کوئی وعدہ نہیں۔",
    unrated: "اشاریہ نہیں",
  },
  links: {
    title: (from, to) => `${from} نکات سے ${to} تک`,
    note: "نظرثانی کی ہماری تعبیر، ربط بہ ربط۔ 2021 کے عنوان اور نمبر ہمارے ہیں؛ سرکاری الفاظ نہیں ملے۔",
    counts: (text) => `${text}۔`,
    relation: "تعلق",
    basis: "نوٹ اور حیثیت",
    commonBasis: "ہر ربط کی بنیاد:",
    reasoned: "یہ ہماری تعبیر ہے؛ کوئی شائع شدہ تقابلی جدول نہیں ملا۔ حصے اندازے ہیں، پیمائش نہیں۔",
    nothing: "کچھ نہیں",
    share: (share) => `نکتے کا ${share}`,
    provisional: (count, all) =>
      count === all
        ? `${all === 1 ? "یہ ربط عارضی ہے" : `تمام ${all} ربط عارضی ہیں`}، ابھی کسی نے نظرثانی نہیں کی۔`
        : `${all} میں سے ${count} ربط عارضی ${count === 1 ? "ہے" : "ہیں"}، ابھی کسی نے نظرثانی نہیں کی؛ باقی کے ساتھ ان کی اشاعت درج ہے۔`,
    revision: (revision) => `اشاعت ${revision}۔`,
  },

  claims: {
    title: "دعوے ثبوت سے آگے",
    finding: (ahead, all, certain) =>
      `جہاں دونوں معلوم ہیں ایسے ${all} ${all === 1 ? "نکتے" : "نکات"} میں سے ${ahead} پر سرکاری دعوے جائزے سے اوپر ہیں؛ ${certain === 0 ? "ایسا کوئی نکتہ نہیں جس پر یہ ہر صورت میں درست ہو" : `${certain} پر یہ ہر صورت میں درست ہے`}، بلا درجہ وعدے کچھ بھی نکلیں۔`,
    note: "سب سے بڑا فرق پہلے، ان وعدوں پر جن کے دونوں درجے موجود ہیں۔ مقام صرف وہاں دیا جاتا ہے جہاں کسی اور نکتے کی حد اس کی حد سے نہ ٹکراتی ہو؛ ورنہ کہا نہیں جا سکتا۔",
    none: "کسی نکتے پر دعویٰ اور جائزہ دونوں موجود نہیں۔",
    rank: (rank) => `مقام ${rank}`,
    onPairs: (gap, pairs, all) => `${all} میں سے ${pairs} پر، جن کے دونوں درجے موجود ہیں: ${gap}`,
    noPairs: (all) => `${all} میں سے کسی کے دونوں درجے موجود نہیں`,
    range: (range) => `حد ${range}`,
    verdict: {
      higher: "دعوے یقیناً آگے",
      lower: "جائزے یقیناً آگے",
      unchanged: "کوئی فرق نہیں",
      "cannot-be-told": "کہا نہیں جا سکتا",
    },
    overTime: (title, claim, finding) => `${title}، وقت کے ساتھ: دعویٰ اب ${claim}، جائزہ اب ${finding}`,
    unknown: "نامعلوم",
    lastOfficial: "آخری سرکاری بیان",
    claimOn: (day, count) => `${day}، درج شدہ دعویٰ${ago(count)}`,
    ratingOn: (day, publisher, count) => `${day}، ${publisher}${ago(count)}`,
    noOfficial: "کوئی سرکاری بیان نہیں ملا",
    silences: (count) => (count === 1 ? "1 خاموشی" : `${count} خاموشیاں`),
    noSilence: "کوئی خاموشی درج نہیں",
    silence: {
      due: (what, count) => `${what}: نہیں ملی، مقررہ تاریخ کو ${days(count)} گزر چکے`,
      promised: (what, count) => `${what}: نہیں ملی، وعدے کو ${days(count)} گزر چکے؛ کوئی تاریخ مقرر نہیں تھی`,
      ended: (what, count) => `${what}: ${days(count)} پہلے ختم`,
      plain: (what, status) => `${what}: ${status}`,
    },
    open: (count, ratings) =>
      `${commitments(count)}، سال بہ سال؛ دوسروں کی ${ratings === 1 ? "1 رائے" : `${ratings} آرا`}`,
    ratings: "دوسروں کی آرا، انہی کے الفاظ میں",
    noRatings: "اس نکتے پر کسی اور کی رائے نہیں ملی۔",
    planSilences: "پورے منصوبے کے لیے جس کا وعدہ ہوا",
    table: "ہر نکتہ، دونوں زاویے",
    columns: {
      point: "نکتہ",
      claim: "دعویٰ",
      finding: "جائزہ",
      gap: "جوڑوں پر فرق",
      range: "فرق کی حد",
      rank: "مقام",
    },
    lanesTitle: { kinetic: "دعویٰ اور جائزہ، عسکری", "non-kinetic": "دعویٰ اور جائزہ، غیر عسکری" },
    lanesFinding: (claim, finding) => `دعوے ${claim} پر ہیں، جائزے ${finding} پر۔`,
    lanesNote: "اشاریہ 0 سے 100۔ ٹوٹی لکیر: ریاست کیا کہتی ہے؛ سالم لکیر: ثبوت کیا دکھاتے ہیں۔ ہلکا رنگ: حد۔",
    year: "سال",
  },
}
