import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { Button } from '../../ui/Button.tsx'
import {
  type ExportChoices,
  type Format,
  FORMATS,
  type Subject,
  SUBJECTS,
  toggled,
} from './choices.ts'
import { formatName } from './noteWords.ts'
import { Several } from './Several.tsx'

const VIEWS = ['spectrum', 'network', 'power', 'table'] as const
const HANDOUTS = ['blankPie', 'worksheets'] as const
/** Outlines are an SVG for programs without our fonts: nobody misses them among everything else. */
const EVERY_FORMAT: readonly Format[] = FORMATS.filter((format) => format !== 'outlines')

export interface ChoicesProps {
  choices: ExportChoices
  onChange: (part: Partial<ExportChoices>) => void
}

/** The words of a subject. */
export const subjectName = (subject: Subject): string =>
  subject === 'spectrum' || subject === 'network' || subject === 'power'
    ? t(`view.${subject}`)
    : t(`export.subject.${subject}`)

/** What is put on pages, and into which files. */
export function WhatChoices({ choices, onChange }: ChoicesProps) {
  const toggle = (subject: Subject, isChosen: boolean) =>
    onChange({ subjects: toggled(SUBJECTS, choices.subjects, subject, isChosen) })
  const named = (subjects: readonly Subject[]) =>
    subjects.map((value) => ({ value, label: subjectName(value) }))
  return (
    <>
      <Several
        legend={t('export.subjects.views')}
        options={named(VIEWS)}
        chosen={choices.subjects}
        onToggle={toggle}
      />
      <Several
        legend={t('export.subjects.handouts')}
        options={named(HANDOUTS)}
        chosen={choices.subjects}
        onToggle={toggle}
      />
      <Several
        legend={t('export.formats')}
        options={FORMATS.map((value) => ({ value, label: formatName(value) }))}
        chosen={choices.formats}
        onToggle={(format, isChosen) =>
          onChange({ formats: toggled(FORMATS, choices.formats, format, isChosen) })
        }
      />
      <div className="export-everything">
        <Button onClick={() => onChange({ subjects: SUBJECTS, formats: EVERY_FORMAT })}>
          {t('export.everything')}
        </Button>
        <p className="field-hint">{t('export.everything.hint')}</p>
      </div>
    </>
  )
}
