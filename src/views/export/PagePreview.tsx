import { ChevronLeft, ChevronRight } from 'lucide-react'
import { PictureSvg } from '../../drawing/PictureSvg.tsx'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import '../../i18n/parts/network.ts'
import { IconButton } from '../../ui/Button.tsx'
import type { SubjectPages } from './pages.ts'
import { subjectName } from './WhatChoices.tsx'

interface PagePreviewProps {
  pages: readonly SubjectPages[]
  /** Which of all pages is shown, from 0. */
  at: number
  onTurn: (at: number) => void
  failed: boolean
  /** Nobody may be shown on a projector by opening this dialog. */
  isClosed: boolean
}

/** The very pages that are saved, one at a time; after the last comes the first. */
export function PagePreview({ pages, at, onTurn, failed, isClosed }: PagePreviewProps) {
  const all = pages.flatMap(({ subject, pictures }) =>
    (pictures ?? [null]).map((picture) => ({ subject, picture })),
  )
  const shown = all[at]
  return (
    <div className="export-pages">
      <figure className="export-preview" aria-label={t('export.preview')}>
        {isClosed && <p>{t('export.team.preview')}</p>}
        {!isClosed && shown && !shown.picture && (
          <p role="status">{t(failed ? 'network.arrange.failed' : 'export.network.working')}</p>
        )}
        {!isClosed && shown?.picture && <PictureSvg picture={shown.picture} idPrefix="preview" />}
      </figure>
      {all.length > 1 && (
        <div className="export-turn">
          <IconButton
            label={t('export.page.previous')}
            onClick={() => onTurn((at + all.length - 1) % all.length)}
          >
            <ChevronLeft aria-hidden />
          </IconButton>
          <span role="status">
            {shown && subjectName(shown.subject)} ·{' '}
            {t('export.page', { page: at + 1, pages: all.length })}
          </span>
          <IconButton label={t('export.page.next')} onClick={() => onTurn((at + 1) % all.length)}>
            <ChevronRight aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  )
}
