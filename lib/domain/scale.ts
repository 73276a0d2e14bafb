import { z } from "zod"

/** What a measure does: force and penal power, or rules, institutions, money, relief and talks. */
export const Track = z.enum(["kinetic", "non-kinetic"])
export type Track = z.infer<typeof Track>
export const TRACKS = Track.options

/** CLAIM: what the state says of itself. FINDING: what independent evidence shows. Never averaged. */
export const Lane = z.enum(["finding", "claim"])
export type Lane = z.infer<typeof Lane>
export const LANES = Lane.options

/**
 * How far a commitment has been carried out: 0 not initiated, 1 minimum, 2 intermediate, 3 complete.
 * Source: the implementation levels of the Peace Accords Matrix (Kroc Institute); wording ours.
 */
export const Level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export type Level = z.infer<typeof Level>
export const LEVELS: readonly Level[] = [0, 1, 2, 3]
export const HIGHEST_LEVEL = 3

/** Why a commitment has no level. Unrated is unknown; it is never counted as zero. */
export const UnratedReason = z.enum(["no-public-evidence", "secret", "too-vague", "not-yet-due", "conflicting"])
export type UnratedReason = z.infer<typeof UnratedReason>

export const Certainty = z.enum(["high", "medium", "low"])
export type Certainty = z.infer<typeof Certainty>

/** What kind of thing was promised; each type has its own anchors for the levels. */
export const CommitmentType = z.enum([
  "law",
  "institution",
  "force",
  "enforcement",
  "financing",
  "process",
  "admin-programme",
])
export type CommitmentType = z.infer<typeof CommitmentType>

/** The rule of the coding method that an assessment applies. */
export const Rule = z.enum([
  "r-law",
  "r-inst",
  "r-force",
  "r-enf",
  "r-fin",
  "r-proc",
  "r-admin",
  "r-base",
  "r-claim",
  "r-words",
  "r-term",
  "r-fall",
  "r-region",
  "r-unrated",
])
export type Rule = z.infer<typeof Rule>

/**
 * What each level asks for, by type of commitment; a commitment may carry anchors of its own.
 * Level 0 is the same for all: nothing dedicated to the commitment exists.
 * Source: the coding method, section 2.
 */
export const ANCHORS: Record<CommitmentType, { rule: Rule; en: Record<Level, string>; ur: Record<Level, string> }> = {
  law: {
    rule: "r-law",
    en: {
      0: "Nothing dedicated to the commitment exists.",
      1: "Draft, committee, agreement or decision in principle.",
      2: "In force in part of the territory, or with rival regimes.",
      3: "In force for the territory the commitment names.",
    },
    ur: {
      0: "اس وعدے کے لیے مخصوص کوئی چیز موجود نہیں۔",
      1: "مسودہ، کمیٹی، معاہدہ یا اصولی فیصلہ۔",
      2: "علاقے کے ایک حصے میں نافذ، یا متوازی نظاموں کے ساتھ۔",
      3: "وعدے میں مذکور پورے علاقے میں نافذ۔",
    },
  },
  institution: {
    rule: "r-inst",
    en: {
      0: "Nothing dedicated to the commitment exists.",
      1: "Decided, or exists on paper only.",
      2: "Has head, staff and budget, or has opened, and does part of its work.",
      3: "Does the work its rules give it, seen from outside.",
    },
    ur: {
      0: "اس وعدے کے لیے مخصوص کوئی چیز موجود نہیں۔",
      1: "فیصلہ ہو چکا، یا صرف کاغذ پر موجود۔",
      2: "سربراہ، عملہ اور بجٹ موجود، یا کام شروع، اور فرائض کا ایک حصہ ادا ہو رہا ہے۔",
      3: "اپنے قواعد کے مطابق کام کر رہا ہے، جو باہر سے بھی نظر آتا ہے۔",
    },
  },
  force: {
    rule: "r-force",
    en: {
      0: "Nothing dedicated to the commitment exists.",
      1: "Under half of the planned strength.",
      2: "At least half of the planned strength.",
      3: "At least 95 % of the planned strength, confirmed from outside.",
    },
    ur: {
      0: "اس وعدے کے لیے مخصوص کوئی چیز موجود نہیں۔",
      1: "منصوبہ بند نفری کے نصف سے کم۔",
      2: "منصوبہ بند نفری کا کم از کم نصف۔",
      3: "منصوبہ بند نفری کا کم از کم 95 فیصد، کسی اور ذریعے سے تصدیق شدہ۔",
    },
  },
  enforcement: {
    rule: "r-enf",
    en: {
      0: "Nothing dedicated to the commitment exists.",
      1: "Action is taken; its result is slight, unknown or gone.",
      2: "Sustained action with a result seen in a count with a base.",
      3: "The result asked for holds, by two sources, one not the doer.",
    },
    ur: {
      0: "اس وعدے کے لیے مخصوص کوئی چیز موجود نہیں۔",
      1: "کارروائی ہوئی؛ نتیجہ معمولی، نامعلوم یا زائل۔",
      2: "مسلسل کارروائی، اور ایسی گنتی میں نتیجہ نظر آتا ہے جس کی بنیاد بتائی گئی ہو۔",
      3: "مطلوبہ نتیجہ قائم ہے، دو مآخذ کے مطابق جن میں سے ایک خود عمل کرنے والا نہیں۔",
    },
  },
  financing: {
    rule: "r-fin",
    en: {
      0: "Nothing dedicated to the commitment exists.",
      1: "Under half of the sum due.",
      2: "At least half, or a budget several times larger allotted.",
      3: "Over 90 %, shown in accounts.",
    },
    ur: {
      0: "اس وعدے کے لیے مخصوص کوئی چیز موجود نہیں۔",
      1: "واجب رقم کے نصف سے کم۔",
      2: "کم از کم نصف، یا کئی گنا بڑا بجٹ مختص۔",
      3: "90 فیصد سے زائد، حسابات میں ظاہر۔",
    },
  },
  process: {
    rule: "r-proc",
    en: {
      0: "Nothing dedicated to the commitment exists.",
      1: "Opened, or a person or committee named.",
      2: "Held in part, with partners on the other side or in part of the area.",
      3: "Held in full.",
    },
    ur: {
      0: "اس وعدے کے لیے مخصوص کوئی چیز موجود نہیں۔",
      1: "آغاز ہوا، یا کوئی شخص یا کمیٹی نامزد۔",
      2: "جزوی طور پر ہوا، دوسرے فریق کے ساتھ یا علاقے کے ایک حصے میں۔",
      3: "مکمل طور پر ہوا۔",
    },
  },
  "admin-programme": {
    rule: "r-admin",
    en: {
      0: "Nothing dedicated to the commitment exists.",
      1: "Running, under half of the known total.",
      2: "At least half of the known total.",
      3: "Over 90 %, confirmed from outside.",
    },
    ur: {
      0: "اس وعدے کے لیے مخصوص کوئی چیز موجود نہیں۔",
      1: "جاری ہے، معلوم کل کے نصف سے کم۔",
      2: "معلوم کل کا کم از کم نصف۔",
      3: "90 فیصد سے زائد، کسی اور ذریعے سے تصدیق شدہ۔",
    },
  },
}
