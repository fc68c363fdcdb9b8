import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { Button } from '../../ui/Button.tsx'
import type { ExportChoices } from './choices.ts'
import { formatName } from './noteWords.ts'
import type { ExportActionsOf } from './useExportActions.ts'

interface ExportActionsProps {
  choices: ExportChoices
  /** Of all subjects that were chosen. */
  pageCount: number
  blocked: boolean
  /** Some page is still being worked out, or can't be. */
  undrawn: boolean
  actions: ExportActionsOf
  /** The page that is shown, from 0. */
  at: number
  onPrint: () => void
}

/** What can be done with what was chosen, how far it is, and how it went. */
export function ExportActions({
  choices,
  pageCount,
  blocked,
  undrawn,
  actions,
  at,
  onPrint,
}: ExportActionsProps) {
  const { making, outcome } = actions
  const [format, ...more] = choices.formats
  const count = fileCount(choices, pageCount)
  return (
    <>
      <div className="export-outcome" role="status">
        {making && t('export.making')}
        {outcome.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {making && (
        <>
          <progress value={making.done} aria-label={t('export.making')} />
          <Button onClick={making.cancel}>{t('export.cancel')}</Button>
        </>
      )}
      <Button disabled={blocked || undrawn} onClick={onPrint}>
        {t('export.print')}
      </Button>
      <Button disabled={blocked || undrawn} onClick={() => actions.copyPng(at)}>
        {t('export.copy')}
      </Button>
      <Button
        look="primary"
        disabled={blocked || (undrawn && choices.formats.some(isDrawn))}
        onClick={actions.saveChosen}
      >
        {format && !more.length && count === 1
          ? t('export.save', { format: formatName(format) })
          : t('export.saveFiles', { count })}
      </Button>
    </>
  )
}

const isDrawn = (format: ExportChoices['formats'][number]): boolean =>
  format !== 'xlsx' && format !== 'csv'

const fileCount = ({ formats }: ExportChoices, pages: number): number =>
  formats.reduce(
    (sum, format) =>
      sum + (format === 'png' || format === 'svg' || format === 'outlines' ? pages : 1),
    0,
  )
