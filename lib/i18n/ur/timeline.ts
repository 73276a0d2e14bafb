import type { timeline as en } from "@/lib/i18n/en/timeline"

export const timeline: typeof en = {
  years: "سال کا اختتام",
  events: "واقعات",
  at: (day, event) => `${day}: ${event}`,
  near: (day, event, on) => `${day}۔ قریب ترین واقعہ: ${event}، ${on}`,
  keys: "تیر کے بٹن ایک مقام سے اگلے مقام تک، اور Page Up اور Page Down ایک سال سے اگلے سال تک لے جاتے ہیں۔",
  showThen: (day) => `${day} تک جو شائع ہو چکا تھا وہ دکھائیں`,
  thenIs: (revision, day) => `یہ ${day} کی اشاعت ${revision} تھی۔`,
  nothingThen: (day, first) =>
    `${day} تک کچھ شائع نہیں ہوا تھا: یہ ریکارڈ ${first} سے شروع ہوتا ہے۔ اُس دن کے بارے میں جو نظر آ رہا ہے وہ بعد میں معلوم ہوا۔`,
  allThen: (day) => `یہاں دکھائی گئی ہر بات ${day} تک شائع ہو چکی تھی۔`,
  looked: {
    title: "آپ کے پچھلے دورے کے بعد",
    changed: "{day} کے بعد {count} اشاعتیں ہوئی ہیں۔",
    changedOne: "{day} کے بعد ایک اشاعت ہوئی ہے۔",
    see: "دیکھیں کیا بدلا",
    kept: "یہ صرف آپ کے آلے پر محفوظ ہے؛ کہیں بھیجا نہیں جاتا۔",
    forget: "یاد نہ رکھیں",
    off: "یہ آلہ یاد نہیں رکھتا کہ آپ نے آخری بار کب دیکھا۔",
    on: "یاد رکھیں",
  },
}
