import { useState } from 'react'
import { isSilent } from '../../domain/merge/rules.ts'
import {
  STAKEHOLDER_FIELDS,
  STAKEHOLDER_RULES,
  type StakeholderFacts,
  type StakeholderField,
} from '../../domain/merge/stakeholderRules.ts'
import type { SegmentNames } from '../../domain/records.ts'
import { isolated } from '../../i18n/direction.ts'
import { formatList } from '../../i18n/i18n.ts'
import { fieldName, fieldSaid, isLongText, type Said } from './fieldWords.ts'
import { ReadAll } from './ReadAll.tsx'
import './mergeField.css'

/** What the file says of somebody whom the map does not have. */
export function NewcomerFacts({ facts, names }: { facts: StakeholderFacts; names: SegmentNames }) {
  const [isWhole, setWhole] = useState(false)
  const fields = STAKEHOLDER_FIELDS.filter((field) => isWorthSaying(field, facts))
  const said = fields.map((field) => [field, asText(fieldSaid(field, facts, names))] as const)
  const isLong = said.some(([, text]) => isLongText(text))
  return (
    <>
      <dl className={isLong && !isWhole ? 'merge-facts merge-clipped' : 'merge-facts'}>
        {said.map(([field, text]) => (
          <div key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>
              <bdi className="merge-text">{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {isLong && <ReadAll isWhole={isWhole} onChange={setWhole} />}
    </>
  )
}

function isWorthSaying(field: StakeholderField, facts: StakeholderFacts): boolean {
  if (field === 'name') return false
  if (field === 'placement') return true
  if (field === 'confidentiality') return facts.confidentiality.level !== 'public'
  return !isSilent<StakeholderFacts, StakeholderField>(STAKEHOLDER_RULES, field, facts)
}

const asText = (said: Said): string =>
  typeof said === 'string' ? said : formatList((said ?? []).map(isolated))
