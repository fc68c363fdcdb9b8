import { type MouseEvent, useEffect, useRef } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { Button } from '../../ui/Button.tsx'
import { type ExportChoices, isDrawn } from './choices.ts'
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
}

/** What can be done with what was chosen, how far it is, and how it went. */
export function ExportActions({
  choices,
  pageCount,
  blocked,
  undrawn,
  actions,
  at,
}: ExportActionsProps) {
  const { making, outcome } = actions
  const { cancel, pressed } = useKeptFocus(making !== null)
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
          <Button ref={cancel} onClick={making.cancel}>
            {t('export.cancel')}
          </Button>
        </>
      )}
      <Button disabled={blocked || undrawn} onClick={actions.print}>
        {t('export.print')}
      </Button>
      <Button disabled={blocked || undrawn} onClick={pressed(() => actions.copyPng(at))}>
        {t('export.copy')}
      </Button>
      <Button
        look="primary"
        disabled={blocked || (undrawn && choices.formats.some(isDrawn))}
        onClick={pressed(actions.saveChosen)}
      >
        {format && !more.length && count === 1
          ? t('export.save', { format: formatName(format) })
          : t('export.saveFiles', { count })}
      </Button>
    </>
  )
}

const fileCount = ({ formats }: ExportChoices, pages: number): number =>
  formats.reduce(
    (sum, format) =>
      sum + (format === 'png' || format === 'svg' || format === 'outlines' ? pages : 1),
    0,
  )

/**
 * Buttons can't be pressed while something is being made, and so lose the focus: it goes to Cancel meanwhile, and back
 * to the button that was pressed.
 */
function useKeptFocus(isMaking: boolean) {
  const cancel = useRef<HTMLButtonElement>(null)
  const last = useRef<HTMLButtonElement | null>(null)
  useEffect(() => {
    if (isMaking) cancel.current?.focus()
    // Unless somebody went on to something else meanwhile.
    else if (document.activeElement === document.body) last.current?.focus()
  }, [isMaking])
  const pressed =
    (act: () => void) =>
    ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
      last.current = currentTarget
      act()
    }
  return { cancel, pressed }
}
