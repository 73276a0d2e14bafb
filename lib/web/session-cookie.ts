import "server-only"

/** The name of the cookie that a session is known by; the second is for sites behind HTTPS. */
export const SESSION_COOKIE = { plain: "nap", secure: "__Host-nap" }
const NAMED = new RegExp(`(?:^|; )(?:${SESSION_COOKIE.plain}|${SESSION_COOKIE.secure})=`)

/** Whether somebody may be signed in: other cookies, such as those of a proxy in front, say nothing to us. */
export const mayBeSignedIn = (cookie: string | null | undefined) => NAMED.test(cookie ?? "")
