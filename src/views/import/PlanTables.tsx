import type { ReactNode } from 'react'
import { segmentOf } from '../../domain/spectrum.ts'
import type { NetworkPlan } from '../../files/network/plan.ts'
import { t } from '../../i18n/i18n.ts'
import { kindName, standsAs } from '../../i18n/terms.ts'
import { strengthName, tieSentence } from '../../i18n/tieTerms.ts'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/exchange.ts'

const ROWS_SHOWN = 6
const NO_NAMES = [null, null, null, null, null] as const

/** The first stakeholders and ties of a file, as they will be in the map. */
export function PlanTables({ plan }: { plan: NetworkPlan }) {
  const { stakeholders, relationships } = plan.import
  const names = new Map([...stakeholders, ...plan.outside].map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  return (
    <>
      {stakeholders.length > 0 && (
        <Rows
          caption={t('exchange.stakeholders.caption')}
          headings={[
            t('csv.column.name'),
            t('csv.column.kind'),
            t('csv.column.segment'),
            t('csv.column.confidentiality'),
          ]}
          rows={stakeholders
            .slice(0, ROWS_SHOWN)
            .map((one) => [
              <bdi key="name">{one.name}</bdi>,
              kindName(one.kind),
              one.placement
                ? standsAs(segmentOf(one.placement.stance), NO_NAMES)
                : t('tray.notPlaced'),
              confidentialityWord(one.confidentiality.level),
            ])}
          more={stakeholders.length - ROWS_SHOWN}
        />
      )}
      {relationships.length > 0 && (
        <Rows
          caption={t('exchange.ties.caption')}
          headings={[
            t('exchange.column.tie'),
            t('exchange.column.strength'),
            t('csv.column.confidentiality'),
          ]}
          rows={relationships
            .slice(0, ROWS_SHOWN)
            .map((tie) => [
              <bdi key="tie">{tieSentence(tie, nameOf(tie.from), nameOf(tie.to))}</bdi>,
              strengthName(tie.strength),
              confidentialityWord(tie.confidentiality),
            ])}
          more={relationships.length - ROWS_SHOWN}
        />
      )}
    </>
  )
}

const confidentialityWord = (level: 'public' | 'confidential'): string =>
  t(level === 'public' ? 'confidentiality.public' : 'filter.confidential')

interface RowsProps {
  caption: string
  headings: readonly string[]
  rows: readonly (readonly ReactNode[])[]
  more: number
}

function Rows({ caption, headings, rows, more }: RowsProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls, by keys too
    <div className="import-rows" role="group" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // The rows of a file stay where they are.
            // eslint-disable-next-line react/no-array-index-key
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={headings[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="field-hint">{t('csv.more', { count: more })}</p>}
    </div>
  )
}
