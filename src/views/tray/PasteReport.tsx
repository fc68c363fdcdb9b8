import type { StakeholderId } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { Button } from '../../ui/Button.tsx'

export interface PasteOutcome {
  readonly added: number
  readonly duplicates: readonly {
    readonly line: number
    readonly name: string
    readonly id: StakeholderId
  }[]
  /** Lines that were not added because the name is too long. */
  readonly tooLong: readonly number[]
}

/** A longer list would push everything else off the panel. */
const SHOWN = 50

interface PasteReportProps {
  outcome: PasteOutcome
  onTakeOut: (ids: readonly StakeholderId[]) => void
  onClose: () => void
}

/** What became of a pasted list: how many were added, which are there twice now, which lines were not taken. */
export default function PasteReport({ outcome, onTakeOut, onClose }: PasteReportProps) {
  const { added, duplicates, tooLong } = outcome
  return (
    <section className="paste-report" aria-label={t('paste.title')}>
      <p>{t('paste.added', { count: added })}</p>
      {duplicates.length > 0 && (
        <>
          <p>{t('paste.duplicates', { count: duplicates.length })}</p>
          <ul>
            {duplicates.slice(0, SHOWN).map(({ line, name }) => (
              <li key={line}>
                <span className="paste-line">{t('paste.line', { line })}</span> <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
          {duplicates.length > SHOWN && (
            <p>{t('csv.more', { count: duplicates.length - SHOWN })}</p>
          )}
        </>
      )}
      {tooLong.length > 0 && (
        <p>{t('paste.tooLong', { count: tooLong.length, lines: tooLong.join(', ') })}</p>
      )}
      <div className="paste-actions">
        {duplicates.length > 0 && (
          <Button onClick={() => onTakeOut(duplicates.map(({ id }) => id))}>
            {t('paste.takeOut', { count: duplicates.length })}
          </Button>
        )}
        <Button onClick={onClose}>{t('action.ok')}</Button>
      </div>
    </section>
  )
}
