import { leastPointsOn } from '../../drawing/sceneOnPage.ts'
import { mayStand } from '../../drawing/sheet.ts'
import { formatNumber, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { Button } from '../../ui/Button.tsx'
import type { ExportChoices } from './choices.ts'
import { sheetName } from './pageNames.ts'
import type { SubjectPages } from './pages.ts'
import type { ChoicesProps } from './WhatChoices.tsx'

/** Whether the names on the page that is shown can be read, and what to do if not. */
export function LegibilityNote({
  pages: { points, cut, lack },
  choices,
  onChange,
}: ChoicesProps & { pages: SubjectPages }) {
  const least = leastPointsOn(choices.sheet)
  const isSmall = points < least
  const written = formatNumber(Math.floor(points * 10) / 10)
  return (
    <div className={isSmall ? 'export-notes export-small' : 'export-notes'}>
      <div role="status">
        {points < Infinity && (
          <p>
            {isSmall
              ? t(mayStand(choices.sheet) ? 'export.notes.small' : 'export.notes.small.slide', {
                  points: written,
                  least,
                })
              : t('export.notes.size', { points: written })}
          </p>
        )}
        {cut > 0 && <p>{t('export.notes.cut', { count: cut })}</p>}
        {lack === 'nobody' && <p>{t('export.notes.nobody')}</p>}
        {lack === 'nobody to move' && <p>{t('export.notes.nobodyToMove')}</p>}
      </div>
      {isSmall && (
        <div className="export-remedies">
          {remedies(choices).map(({ name, change }) => (
            <Button key={name} onClick={() => onChange(change)}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

interface Remedy {
  readonly name: string
  readonly change: Partial<ExportChoices>
}

const take = (choice: string): string => t('export.notes.take', { choice })

/** What makes names larger, or does without them; nothing that is chosen already. */
function remedies({ sheet, orientation, naming, type }: ExportChoices): Remedy[] {
  const all: (Remedy & { readonly helps: boolean })[] = [
    {
      name: t('export.notes.closer'),
      change: { type: 'large' },
      helps: type !== 'large',
    },
    {
      name: take(t('export.orientation.landscape')),
      change: { orientation: 'landscape' },
      helps: mayStand(sheet) && sheet !== 'A3' && orientation === 'portrait',
    },
    {
      name: take(sheetName('A3')),
      change: { sheet: 'A3', orientation: 'landscape' },
      helps: mayStand(sheet) && !(sheet === 'A3' && orientation === 'landscape'),
    },
    {
      name: take(t('export.naming.initials')),
      change: { naming: 'initials' },
      helps: naming === 'names',
    },
    { name: take(t('export.naming.dots')), change: { naming: 'dots' }, helps: true },
  ]
  return all.filter(({ helps }) => helps)
}
