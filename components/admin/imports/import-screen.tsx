"use client"

import { type ReactNode, useEffect, useRef, useState } from "react"
import { PageHead } from "@/components/admin/page-head"
import { adminWords } from "@/components/admin/words"
import { goTo } from "@/components/form/go-to"
import { Icon } from "@/components/ui/icon"
import type { Kind } from "@/lib/domain/records"
import type { Locale } from "@/lib/i18n/locale"
import { importApi, type ImportProblem, type ImportResult as Result } from "./api"
import { ImportResult } from "./import-result"
import { ImportStart } from "./import-start"

/** From a file to a proposal: choose, dry run, propose. `children` stand under the form: rules and exports. */
export function ImportScreen({ locale, children }: { locale: Locale; children: ReactNode }) {
  const { admin, errors } = adminWords(locale)
  const { imports: words, records } = admin
  const [file, setFile] = useState<File | null>(null)
  const [kind, setKind] = useState<Kind | null>(null)
  const [result, setResult] = useState<Result | null>(null)
  const [problem, setProblem] = useState<ImportProblem | null>(null)
  const [isBusy, setBusy] = useState(false)
  // One key for each dry run: a proposal asked for twice is made once.
  const [key, setKey] = useState("")
  const head = useRef<HTMLDivElement>(null)

  // Whoever listens rather than looks is told that the page has changed.
  useEffect(() => head.current?.focus(), [result])

  async function run(chosen: File) {
    setFile(chosen)
    setBusy(true)
    setProblem(null)
    const answer = await importApi.dryRun(chosen, { kind })
    setBusy(false)
    setKey(crypto.randomUUID())
    if (answer.ok) setResult(answer.value)
    else {
      setResult(null)
      setProblem(answer.problem)
    }
  }

  async function propose(reason: string, reasonUr: string) {
    setBusy(true)
    setProblem(null)
    const answer = await importApi.propose(file!, { kind: result!.kind, reason, reasonUr, key })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    const { proposals } = answer.value
    if (proposals.length === 1) goTo(`/${locale}/admin/proposals/${proposals[0]!.id}`)
    else setResult(answer.value)
  }

  async function saveErrors() {
    const answer = await importApi.errors(file!, { kind: result!.kind })
    if (!answer.ok) return setProblem(answer.problem)
    const link = document.createElement("a")
    link.href = URL.createObjectURL(answer.value)
    link.download = `${file!.name.replace(/\.\w+$/, "")}.errors.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }

  const said = problem ? (
    <div className="note border-alert!" role="alert">
      {saidOf(problem).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  ) : null
  function saidOf({ code, reasons }: ImportProblem): string[] {
    if (code === "unauthenticated") return [words.signInAgain]
    if (code === "unreadable") return [words.unreadable]
    return reasons.length > 0 ? reasons.map(words.say) : [errors[code]]
  }

  if (!result) {
    return (
      <>
        <PageHead title={words.title} sub={words.intro} />
        <ImportStart
          locale={locale}
          file={file}
          kind={kind}
          isBusy={isBusy}
          problem={said}
          onFile={(chosen) => {
            setFile(chosen)
            setProblem(null)
          }}
          onKind={setKind}
          onRun={() => void run(file!)}
        />
        {children}
      </>
    )
  }
  const { totals, proposals } = result
  const kindName = records.kinds[result.kind]
  return (
    <div ref={head} tabIndex={-1} className="outline-none">
      {proposals.length > 1 ? (
        <>
          <PageHead title={words.made(proposals.length)} sub={words.madeText} />
          <ol className="grid gap-2">
            {proposals.map(({ id, operations }, at) => (
              <li key={id}>
                <a href={`/${locale}/admin/proposals/${id}`}>{words.draft(at + 1, operations)}</a>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <>
          <PageHead
            title={words.dryRun(file!.name)}
            sub={words.nothingWritten(words.rows(totals.rows), kindName, result.format.toUpperCase(), result.base)}
          >
            {totals.error > 0 ? (
              <button type="button" className="btn" onClick={() => void saveErrors()}>
                <Icon name="download" />
                {words.errorFile}
              </button>
            ) : null}
          </PageHead>
          <ImportResult
            key={key}
            locale={locale}
            result={result}
            isBusy={isBusy}
            problem={said}
            onFile={(chosen) => void run(chosen)}
            onBack={() => {
              setResult(null)
              setFile(null)
            }}
            onPropose={(reason, reasonUr) => void propose(reason, reasonUr)}
          />
        </>
      )}
    </div>
  )
}
