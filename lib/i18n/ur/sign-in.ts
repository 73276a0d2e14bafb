import type { signIn as en } from "@/lib/i18n/en/sign-in"

export const signIn: typeof en = {
  title: "مدیران کا سائن اِن",
}
