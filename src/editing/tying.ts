import {
  connectStakeholders,
  editTie,
  removeTies,
  reverseTie,
  type TieFacts,
} from '../domain/commands/relationships.ts'
import type {
  Relationship,
  RelationshipId,
  RelationshipKind,
  StakeholderId,
} from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { t } from '../i18n/i18n.ts'
import '../i18n/parts/network.ts'
import { tieSentence } from '../i18n/tieTerms.ts'
import { type OpenMap, useOpenMap } from '../store/openMap.ts'
import { select, selectTie } from '../store/selection.ts'
import { announce, speak } from '../ui/announcer.tsx'
import type { Subject } from '../audience/subject.ts'
import { refusalWords } from './refusalWords.ts'
import { sayRefusal } from './sayRefusal.ts'
import { useSubject } from './useSubject.ts'

export interface Tying {
  /** What the next tie is unless said otherwise: of the kind of the last one. */
  usualKind(): RelationshipKind
  /** Draws a tie and selects it, so that it can be described at once; otherwise says why not. */
  connect(
    from: StakeholderId,
    to: StakeholderId,
    kind?: RelationshipKind,
  ): Result<RelationshipId | null>
  edit(tie: Relationship, facts: Partial<TieFacts>, field?: string): boolean
  reverse(tie: Relationship): void
  remove(tie: Relationship): void
}

export function useTying(): Tying {
  return tyingOn(useOpenMap(), useSubject())
}

/** What can be done to ties on what is shown; every one of these is one undoable change. */
export function tyingOn(map: OpenMap, { shown, view }: Subject): Tying {
  const { store, selection, usualTie } = map
  const usualKind = () => usualTie.getState()[view.audience]
  const keepKind = (kind: RelationshipKind) => usualTie.setState({ [view.audience]: kind })
  const nameOf = (id: StakeholderId) => shown(id)?.name ?? ''
  return {
    usualKind,
    connect(from, to, kind = usualKind()) {
      const result = store.dispatch(connectStakeholders(from, to, kind), {
        action: 'connect',
        stakeholders: [from, to],
      })
      if (!result.ok) return fail(refusalWords(result.error))
      keepKind(kind)
      for (const record of result.value.added.values()) {
        if (record.type !== 'relationship') continue
        selectTie(selection, record.id)
        speak(t('tie.drawn', { tie: tieSentence(record, nameOf(from), nameOf(to)) }))
        return ok(record.id)
      }
      return ok(null)
    },
    edit(tie, facts, field) {
      const result = store.dispatch(
        editTie(tie.id, facts),
        { action: 'tie', stakeholders: endsOf(tie) },
        field && `${tie.id} ${field}`,
      )
      if (!result.ok) sayRefusal(result.error)
      else if (facts.kind) keepKind(facts.kind)
      return result.ok
    },
    reverse(tie) {
      const result = store.dispatch(reverseTie(tie.id), {
        action: 'tie',
        stakeholders: endsOf(tie),
      })
      if (!result.ok) sayRefusal(result.error)
      else speak(t('tie.reversed', { tie: tieSentence(tie, nameOf(tie.to), nameOf(tie.from)) }))
    },
    remove(tie) {
      const result = store.dispatch(removeTies([tie.id]), {
        action: 'remove tie',
        stakeholders: endsOf(tie),
      })
      if (!result.ok) return sayRefusal(result.error)
      select(selection, [])
      announce(t('tie.removed', { tie: tieSentence(tie, nameOf(tie.from), nameOf(tie.to)) }))
    },
  }
}

const endsOf = ({ from, to }: Relationship): StakeholderId[] => [from, to]
