/** Whether a text is a whole web address that travels encrypted. */
export const isSecure = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === "https:"
