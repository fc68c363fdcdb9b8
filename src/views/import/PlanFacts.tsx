import type { NetworkPlan } from '../../files/network/plan.ts'
import { t } from '../../i18n/i18n.ts'
import { changeWords, faultWords, nameList } from './planWords.ts'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/exchange.ts'

const MOST_SHOWN = 50

/** What of a file is skipped, read otherwise, kept elsewhere, and left out. */
export function PlanFacts({ plan }: { plan: NetworkPlan }) {
  const { faults, changes } = plan
  return (
    <>
      {faults.length > 0 && (
        <Lines
          look="import-problem"
          title={t('exchange.faults', { count: faults.length })}
          lines={faults.slice(0, MOST_SHOWN).map(faultWords)}
          more={faults.length - MOST_SHOWN}
        />
      )}
      {changes.length > 0 && (
        <Lines
          look="import-warning"
          title={t('exchange.changes')}
          lines={changes.slice(0, MOST_SHOWN).map(changeWords)}
          more={changes.length - MOST_SHOWN}
        />
      )}
      <Lines look="import-warning" title={t('exchange.kept')} lines={restWords(plan)} more={0} />
    </>
  )
}

interface LinesProps {
  look: string
  title: string
  lines: readonly string[]
  more: number
}

function Lines({ look, title, lines, more }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <div className={look}>
      <p>{title}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long list scrolls, by keys too */}
      <ul tabIndex={0} aria-label={title}>
        {lines.map((line, index) => (
          // Two lines may read the same, and the list never changes.
          // eslint-disable-next-line react/no-array-index-key
          <li key={index}>{line}</li>
        ))}
      </ul>
      {more > 0 && <p>{t('csv.more', { count: more })}</p>}
    </div>
  )
}

const KEPT = {
  notes: 'exchange.kept.notes',
  tags: 'exchange.kept.tags',
  description: 'exchange.kept.description',
} as const

/** What becomes of the fields that mean nothing of ours. */
function restWords({ kept, dropped }: NetworkPlan): string[] {
  const lines = (['notes', 'tags', 'description'] as const).flatMap((as) => {
    const fields = kept.filter((field) => field.as === as).map(({ field }) => field)
    return fields.length === 0 ? [] : [t(KEPT[as], { fields: fieldList(fields) })]
  })
  return dropped.length === 0
    ? lines
    : [...lines, t('exchange.dropped', { fields: fieldList(dropped) })]
}

const FIELDS_SHOWN = 20

const fieldList = (fields: readonly string[]): string => nameList(fields, FIELDS_SHOWN)
