import type { Subject } from '../audience/subject.ts'
import type { StakeholderId } from '../domain/records.ts'
import type { Change, ChangeLabel } from '../domain/undo.ts'
import { type MessageKey, t } from '../i18n/i18n.ts'

const ACTIONS = {
  add: 'change.add',
  move: 'change.move',
  unplace: 'change.unplace',
  tidy: 'change.tidy',
  edit: 'change.edit',
  remove: 'change.remove',
  confidentiality: 'change.confidentiality',
  import: 'change.import',
  map: 'change.map',
  vocabulary: 'change.vocabulary',
  connect: 'change.connect',
  tie: 'change.tie',
  'remove tie': 'change.removeTie',
  arrange: 'change.arrange',
  merge: 'change.merge',
  restore: 'change.restore',
} as const satisfies Record<ChangeLabel['action'], MessageKey>

/** Changes of one tie, named by its two ends. */
const TIE_ACTIONS: ReadonlySet<ChangeLabel['action']> = new Set(['connect', 'tie', 'remove tie'])

/**
 * Names a change for the undo button. In public preview every change is only "last change": a name for some and none
 * for others would tell who has something to hide.
 */
export function changeWords({ label, diff }: Change, { view, shown }: Subject): string {
  const { action, stakeholders } = label
  if (view.audience === 'public') return t('change.some')
  const nameOf = (id: StakeholderId) => shown(id)?.name ?? nameIn(diff, id)
  const [first, second] = stakeholders
  const who =
    first && second && TIE_ACTIONS.has(action)
      ? t('change.tieBetween', { first: nameOf(first), second: nameOf(second) })
      : first && stakeholders.length === 1
        ? nameOf(first)
        : t('change.several', { count: stakeholders.length })
  return t(ACTIONS[action], { who })
}

/** The name of somebody who is not there any more, or not again yet. */
function nameIn({ added, removed }: Change['diff'], id: StakeholderId): string {
  const record = removed.get(id) ?? added.get(id)
  return record?.type === 'stakeholder' ? record.name : ''
}
