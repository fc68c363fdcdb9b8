import { useMemo, useState } from 'react'
import { importApart } from '../../editing/placeApart.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { useChange } from '../../editing/useChange.ts'
import type { UnknownColumnUse } from '../../files/stakeholderColumns.ts'
import { type CsvPlan, importOfPlan, stakeholderCsv } from '../../files/stakeholderCsv.ts'
import type { TextFile } from '../../files/textFile.ts'
import { foldName } from '../../domain/names.ts'
import { segmentOf } from '../../domain/spectrum.ts'
import { type MessageKey, t } from '../../i18n/i18n.ts'
import { standsAs } from '../../i18n/terms.ts'
import { useMapState } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/announcer.tsx'
import { SelectField } from '../../ui/fields.tsx'
import { csvErrorWords, problemWords } from './problemWords.ts'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/sharing.ts'

const MEANINGS = {
  name: 'csv.column.name',
  aliases: 'sharing.aliases',
  kind: 'csv.column.kind',
  sector: 'csv.column.sector',
  segment: 'csv.column.segment',
  influence: 'csv.column.influence',
  offers: 'csv.column.offers',
  needs: 'csv.column.needs',
  confidentiality: 'csv.column.confidentiality',
  description: 'csv.column.description',
  role: 'csv.column.role',
  tags: 'csv.column.tags',
  notes: 'csv.column.notes',
  contact: 'csv.column.contact',
  'target segment': 'csv.column.target',
} as const satisfies Partial<Record<CsvPlan['columns'][number]['meaning'], MessageKey>>

const ROWS_SHOWN = 8
const ERRORS_SHOWN = 50

/** What a CSV file would bring, row by row; nothing is imported until confirmed. */
export function CsvPreview({ text, onClose }: { text: TextFile; onClose: () => void }) {
  const change = useChange()
  const readOnly = useMapState((state) => state.readOnly)
  const [uses, setUses] = useState<ReadonlyMap<number, UnknownColumnUse>>(new Map())
  const parsed = useMemo(() => stakeholderCsv.parse(text, uses), [text, uses])
  if (!parsed.ok) {
    return (
      <p className="import-problem" role="status">
        {problemWords(parsed.error)} {t('import.unchanged')}
      </p>
    )
  }
  const plan = parsed.value
  const confirm = () => {
    const done = change(importApart(importOfPlan(plan)), { action: 'import', stakeholders: [] })
    if (!done) return
    announce(t('import.done', { count: plan.rows.length }))
    onClose()
  }
  return (
    <section className="import-preview" aria-label={t('import.preview')}>
      <p>
        {t('csv.summary', {
          rows: t('count.stakeholders', { count: plan.rows.length }),
          encoding: plan.encoding,
        })}
        {plan.encoding === 'windows-1252' && ` ${t('csv.guessed')}`}
      </p>
      <UnknownColumns plan={plan} uses={uses} onChange={setUses} />
      <Problems plan={plan} />
      <TwinsInMap plan={plan} />
      {plan.rows.length > 0 && <Rows plan={plan} />}
      <Button look="primary" disabled={readOnly || plan.rows.length === 0} onClick={confirm}>
        {t('csv.import', { count: plan.rows.length })}
      </Button>
    </section>
  )
}

interface UnknownColumnsProps {
  plan: CsvPlan
  uses: ReadonlyMap<number, UnknownColumnUse>
  onChange: (uses: ReadonlyMap<number, UnknownColumnUse>) => void
}

function UnknownColumns({ plan, uses, onChange }: UnknownColumnsProps) {
  const unknown = plan.columns.flatMap((column, index) =>
    column.isUnknown ? [{ column, index }] : [],
  )
  if (unknown.length === 0) return null
  return (
    <div className="import-columns">
      <p>{t('csv.unknownColumns', { count: unknown.length })}</p>
      {unknown.map(({ column, index }) => (
        <SelectField<UnknownColumnUse>
          key={index}
          label={column.header || t('csv.noHeader', { column: index + 1 })}
          value={uses.get(index) ?? 'note'}
          options={[
            { value: 'note', label: t('csv.use.note') },
            { value: 'tag', label: t('csv.use.tag') },
            { value: 'ignore', label: t('csv.use.ignore') },
          ]}
          onChange={(use) => onChange(new Map(uses).set(index, use))}
        />
      ))}
    </div>
  )
}

function Problems({ plan: { errors, warnings } }: { plan: CsvPlan }) {
  return (
    <>
      {errors.length > 0 && (
        <div className="import-problem" role="status">
          <p>{t('csv.errors', { count: errors.length })}</p>
          <ul>
            {errors.slice(0, ERRORS_SHOWN).map((error) => (
              <li key={`${error.line} ${error.column} ${error.code}`}>{csvErrorWords(error)}</li>
            ))}
          </ul>
          {errors.length > ERRORS_SHOWN && (
            <p>{t('csv.more', { count: errors.length - ERRORS_SHOWN })}</p>
          )}
        </div>
      )}
      {warnings.length > 0 && (
        <div className="import-warning">
          <p>{t('csv.duplicates', { count: warnings.length })}</p>
          <ul>
            {warnings.slice(0, ERRORS_SHOWN).map(({ line, value, firstLine }) => (
              <li key={line}>{t('csv.duplicate', { line, name: value, firstLine })}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** Names that the map has already: pointed out, imported all the same. */
function TwinsInMap({ plan }: { plan: CsvPlan }) {
  const { view } = useSubject()
  const known = new Set(view.stakeholders.map(({ name }) => foldName(name)))
  const twins = plan.rows.filter(({ stakeholder }) => known.has(foldName(stakeholder.name)))
  if (twins.length === 0) return null
  return (
    <div className="import-warning">
      <p>{t('csv.twins', { count: twins.length })}</p>
      <ul>
        {twins.slice(0, ERRORS_SHOWN).map(({ line, stakeholder }) => (
          <li key={line}>{t('csv.twin', { line, name: stakeholder.name })}</li>
        ))}
      </ul>
    </div>
  )
}

function Rows({ plan }: { plan: CsvPlan }) {
  const known = plan.columns.flatMap(({ meaning, header }) =>
    meaning in MEANINGS ? [{ meaning, header }] : [],
  )
  const rest = plan.rows.length - ROWS_SHOWN
  return (
    <div className="import-rows">
      <table>
        <caption>
          {t('csv.rows.caption', { columns: known.map(({ header }) => header).join(', ') })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('csv.column.line')}</th>
            <th scope="col">{t('csv.column.name')}</th>
            <th scope="col">{t('csv.column.segment')}</th>
            <th scope="col">{t('csv.column.sector')}</th>
            <th scope="col">{t('csv.column.confidentiality')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.slice(0, ROWS_SHOWN).map(({ line, stakeholder }) => (
            <tr key={line}>
              <td>{line}</td>
              <td>
                <bdi>{stakeholder.name}</bdi>
              </td>
              <td>
                {stakeholder.placement
                  ? standsAs(segmentOf(stakeholder.placement.stance), NO_NAMES)
                  : t('tray.notPlaced')}
              </td>
              <td>
                <bdi>{stakeholder.sector}</bdi>
              </td>
              <td>
                {t(
                  stakeholder.confidentiality.level === 'public'
                    ? 'confidentiality.public'
                    : 'filter.confidential',
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="field-hint">{t('csv.more', { count: rest })}</p>}
    </div>
  )
}

const NO_NAMES = [null, null, null, null, null] as const
