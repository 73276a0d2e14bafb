"use client"

import { useState } from "react"
import { adminWords } from "@/components/admin/words"
import { Segments } from "@/components/form/segments"
import type { NoticeSettings } from "@/lib/domain/notice"
import type { Locale } from "@/lib/i18n/locale"
import { noticesApi } from "./api"

/** The switch of one's daily mail. `hasServer`: this site sends mail at all. */
export function DailyMail({
  locale,
  settings,
  hasServer,
}: {
  locale: Locale
  settings: NoticeSettings
  hasServer: boolean
}) {
  const { admin, errors } = adminWords(locale)
  const words = admin.notices
  const [mail, setMail] = useState(settings.mail)
  const [said, setSaid] = useState("")

  async function change(wanted: boolean) {
    const before = mail
    setMail(wanted)
    const answer = await noticesApi.changeSettings({ mail: wanted })
    if (!answer.ok) setMail(before)
    setSaid(answer.ok ? words.saved : errors[answer.problem.code])
  }

  return (
    <section className="card" aria-labelledby="daily">
      <h2 id="daily" className="h-s mb-2">
        {words.daily}
      </h2>
      <p className="small mb-3">{words.dailyText}</p>
      <Segments<"on" | "off">
        label={words.daily}
        hidesLabel
        value={mail ? "on" : "off"}
        onChange={(value) => void change(value === "on")}
        options={[
          { value: "on", label: words.on },
          { value: "off", label: words.off },
        ]}
      />
      {hasServer ? null : <p className="small muted mt-3">{words.dailyOff}</p>}
      <p className="small mt-2" role="status">
        {said}
      </p>
    </section>
  )
}
