import { adminWords } from "@/components/admin/words"
import { Select, TextInput } from "@/components/form/inputs"
import { isSecure } from "@/lib/domain/address"
import type { Source } from "@/lib/domain/records"
import type { Locale } from "@/lib/i18n/locale"

/** What every new source is asked for. An empty day: undated. */
export type TypedSource = Pick<Source, "kind" | "language" | "publisher" | "title"> & {
  url: string
  publishedOn: string
}

/** Which of these do not do as typed; a paper has no address. */
export const wrongOf = ({ url, title, publisher }: TypedSource, needsUrl: boolean) => ({
  url: (needsUrl || url !== "") && !isSecure(url),
  title: title.trim() === "",
  publisher: publisher.trim() === "",
})

/** The fields of a new source that every form of one begins with, for a grid of two columns. */
export function SourceFields({
  locale,
  id,
  typed,
  wrong,
  urlHint,
  onType,
}: {
  locale: Locale
  id: string
  typed: TypedSource
  wrong: Partial<Record<keyof TypedSource, boolean>> // those to be complained of now
  urlHint?: string
  onType: (change: Partial<TypedSource>) => void
}) {
  const { admin, terms } = adminWords(locale)
  const words = admin.proposal
  const say = (field: "url" | "title" | "publisher") => (wrong[field] ? words.problem[field] : undefined)
  return (
    <>
      <TextInput
        id={`${id}-url`}
        label={words.url}
        hint={urlHint}
        error={say("url")}
        span="col-span-full"
        type="url"
        dir="ltr"
        autoFocus
        maxLength={2000}
        value={typed.url}
        onChange={(url) => onType({ url: url.trim() })}
      />
      <TextInput
        id={`${id}-title`}
        label={words.sourceTitle}
        error={say("title")}
        span="col-span-full"
        maxLength={500}
        value={typed.title}
        onChange={(title) => onType({ title })}
      />
      <TextInput
        id={`${id}-publisher`}
        label={words.publisher}
        error={say("publisher")}
        maxLength={500}
        value={typed.publisher}
        onChange={(publisher) => onType({ publisher })}
      />
      <Select
        id={`${id}-kind`}
        label={words.kind}
        value={typed.kind}
        options={(Object.keys(terms.sourceKind) as Source["kind"][]).map((kind) => [kind, terms.sourceKind[kind]])}
        onChange={(kind) => onType({ kind })}
      />
      <TextInput
        id={`${id}-published`}
        label={words.publishedOn}
        hint={words.publishedHint}
        type="date"
        value={typed.publishedOn}
        onChange={(publishedOn) => onType({ publishedOn })}
      />
    </>
  )
}
