import { ArrowLeftRight, Trash2 } from 'lucide-react'
import { tieShown } from '../../editing/tieShown.ts'
import { useTying } from '../../editing/tying.ts'
import { useSubject } from '../../editing/useSubject.ts'
import {
  DIRECTIONS,
  type Relationship,
  RELATIONSHIP_KINDS,
  type RelationshipId,
} from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import { strengthName, tieKindName, tieSentence } from '../../i18n/tieTerms.ts'
import { useMapState, useOpenMap } from '../../store/openMap.ts'
import { select } from '../../store/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Choice, SelectField } from '../../ui/fields.tsx'
import { DraftField } from '../details/DraftField.tsx'
import './ties.css'

const STRENGTHS = ['1', '2', '3'] as const
const asStrength = { '1': 1, '2': 2, '3': 3 } as const

/** Everything about one tie. In public preview only what the public may see can be looked at or edited. */
export default function TieDetails({ id }: { id: RelationshipId }) {
  const subject = useSubject()
  const readOnly = useMapState((state) => state.readOnly)
  const { selection } = useOpenMap()
  const tying = useTying()
  const tie = tieShown(subject, id)
  const shown = subject.shownTie(id)
  if (!tie || !shown) return null
  const nameOf = (end: Relationship['from']) => subject.shown(end)?.name ?? ''
  const endButton = (end: Relationship['from']) => (
    <button type="button" className="tie-end" onClick={() => select(selection, [end])}>
      <bdi>{nameOf(end)}</bdi>
    </button>
  )
  return (
    <>
      <h2 className="details-title">{t('tie.title')}</h2>
      <p className="tie-sentence">
        <bdi>{tieSentence(shown, nameOf(tie.from), nameOf(tie.to))}</bdi>
      </p>
      <div className="tie-ends">
        {endButton(tie.from)}
        <Button
          disabled={readOnly || tie.direction === 'mutual'}
          title={t('tie.reverse.title')}
          onClick={() => tying.reverse(tie)}
        >
          <ArrowLeftRight aria-hidden />
          {t('tie.reverse')}
        </Button>
        {endButton(tie.to)}
      </div>
      <SelectField
        label={t('tie.kind')}
        disabled={readOnly}
        value={tie.kind}
        options={RELATIONSHIP_KINDS.map((kind) => ({ value: kind, label: tieKindName(kind) }))}
        onChange={(kind) => tying.edit(tie, { kind })}
      />
      {tie.kind === 'own' && shown.team && (
        <DraftField
          label={t('tie.word')}
          of={`${id} label`}
          value={tie.label}
          disabled={readOnly}
          onCommit={(label) => tying.edit(tie, { label }, 'label')}
        />
      )}
      <Choice
        legend={t('tie.direction')}
        disabled={readOnly}
        value={tie.direction}
        options={DIRECTIONS.map((direction) => ({
          value: direction,
          label: t(direction === 'mutual' ? 'tie.mutual' : 'tie.oneWay'),
        }))}
        onChange={(direction) => tying.edit(tie, { direction })}
      />
      <Choice
        legend={t('tie.strength')}
        disabled={readOnly}
        value={STRENGTHS[tie.strength - 1] ?? '2'}
        options={STRENGTHS.map((value) => ({ value, label: strengthName(asStrength[value]) }))}
        onChange={(value) => tying.edit(tie, { strength: asStrength[value] })}
      />
      {shown.team && (
        <>
          <Checkbox
            label={t('tie.confidential')}
            hint={t('tie.confidential.hint')}
            checked={tie.confidentiality === 'confidential'}
            onChange={(yes) =>
              !readOnly && tying.edit(tie, { confidentiality: yes ? 'confidential' : 'public' })
            }
          />
          <fieldset className="team-only">
            <legend>{t('tie.teamOnly')}</legend>
            <DraftField
              label={t('tie.notes')}
              of={`${id} notes`}
              multiline
              value={tie.notes}
              disabled={readOnly}
              onCommit={(notes) => tying.edit(tie, { notes }, 'notes')}
            />
          </fieldset>
        </>
      )}
      <Button
        look="danger"
        className="details-remove"
        disabled={readOnly}
        onClick={() => tying.remove(tie)}
      >
        <Trash2 aria-hidden />
        {t('tie.remove')}
      </Button>
    </>
  )
}
