import type { crash as en } from "@/lib/i18n/en/crash"

export const crash: typeof en = {
  title: "یہ صفحہ نہیں دکھایا جا سکا",
  text: "غلطی ہماری ہے اور درج کر لی گئی ہے۔ آپ کا لکھا ہوا کچھ نہیں بھیجا گیا۔",
  retry: "دوبارہ کوشش کریں",
  home: "مجموعی جائزے پر جائیں",
  reference: "حوالہ",
}
