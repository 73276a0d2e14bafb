import { ConfirmDialog } from "@/components/form/confirm-dialog"
import type { Words } from "@/components/views/share/words"
import type { Share } from "@/lib/domain/share"

/** Asks before links end for good, and says which pages will show nothing then and what cannot be recalled. */
export function RevokeDialog({
  words,
  links: ending,
  title,
  isBusy,
  onNo,
  onYes,
}: {
  words: Words
  links: Share[]
  /** For more than one link. */
  title?: string
  isBusy: boolean
  onNo: () => void
  onYes: () => void
}) {
  const { links } = words
  const sites = [...new Set(ending.flatMap((link) => link.seenOn))]
  return (
    <ConfirmDialog
      title={title ?? links.revokeTitle(ending[0]?.label ?? "")}
      yes={links.revokeYes}
      no={links.cancel}
      isBusy={isBusy}
      onNo={onNo}
      onYes={onYes}
    >
      <div className="flex flex-col gap-3">
        <p>{title === undefined ? links.revokeText : links.register.revokeAllText}</p>
        {sites.length > 0 ? (
          <div>
            <p>{links.revokeEmbeds(sites.length)}</p>
            <ul className="ms-5 list-disc">
              {sites.map((site) => (
                <li key={site}>
                  <bdi dir="ltr">{site}</bdi>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <p>{links.revokeCached}</p>
      </div>
    </ConfirmDialog>
  )
}
