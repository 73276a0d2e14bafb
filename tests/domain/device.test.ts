import fc from "fast-check"
import { expect, test } from "vitest"
import { BROWSERS, deviceOf, deviceText, SYSTEMS } from "@/lib/domain/device"

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "firefox", "linux"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/139.0.0.0 Safari/537.36", "chrome", "windows"],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/139.0 Safari/537.36 Edg/139.0", "edge", "windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15", "safari", "mac"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1", "safari", "ios"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) CriOS/126.0 Mobile/15E148 Safari/604.1", "chrome", "ios"],
  ["Mozilla/5.0 (Linux; Android 14; SM-A155F) SamsungBrowser/26.0 Chrome/122 Mobile Safari/537", "samsung", "android"],
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/139.0 Safari/537.36 OPR/123.0", "opera", "linux"],
  ["curl/8.5.0", "other", "other"],
  ["", "other", "other"],
  [null, "other", "other"],
] as const)("%s is %s on %s", (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system })
})

test("what is kept of any header is one of few words, and says the same when read again", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (userAgent) => {
      const kept = deviceText(userAgent)
      const [browser, system] = kept.split("/")
      expect(BROWSERS).toContain(browser)
      expect(SYSTEMS).toContain(system)
      expect(deviceOf(kept)).toEqual(deviceOf(userAgent))
    }),
  )
})
