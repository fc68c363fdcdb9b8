import { Plus } from 'lucide-react'
import { useSubject } from '../../editing/useSubject.ts'
import type { StakeholderId } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import { strengthName, tieSentence } from '../../i18n/tieTerms.ts'
import { useMapState, useOpenMap } from '../../store/openMap.ts'
import { focusWhenThere } from '../../ui/focusWhenThere.ts'
import { selectTie } from '../../store/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfidentialGlyph } from '../../ui/ConfidentialGlyph.tsx'
import './ties.css'

interface TiesSectionProps {
  id: StakeholderId
  onConnect: () => void
}

/** The ties of one stakeholder, each leading to its own details; the keyboard's way to them. */
export function TiesSection({ id, onConnect }: TiesSectionProps) {
  const { view, shown, tieOf } = useSubject()
  const { selection } = useOpenMap()
  const readOnly = useMapState((state) => state.readOnly)
  const key = shown(id)?.key
  const names = new Map(view.stakeholders.map((one) => [one.key, one.name]))
  const ties = view.relationships.filter(({ from, to }) => from === key || to === key)
  return (
    <section className="ties" aria-labelledby="ties-title">
      <h3 id="ties-title" className="panel-heading">
        {t('ties.title')} <span className="count">{ties.length}</span>
      </h3>
      {ties.length > 0 && (
        <ul className="ties-list">
          {ties.map((tie) => (
            <li key={tie.key}>
              <button
                type="button"
                className="tie-row"
                onClick={() => {
                  const record = tieOf(tie.key)
                  if (!record) return
                  selectTie(selection, record.id)
                  focusWhenThere(() =>
                    document.querySelector<HTMLElement>('.editor-details select'),
                  )
                }}
              >
                <bdi>{tieSentence(tie, names.get(tie.from) ?? '', names.get(tie.to) ?? '')}</bdi>
                <span className="tie-strength">{strengthName(tie.strength)}</span>
                {tie.team?.confidentiality === 'confidential' && (
                  <ConfidentialGlyph label={t('confidential.word')} />
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button disabled={readOnly || view.stakeholders.length < 2} onClick={onConnect}>
        <Plus aria-hidden />
        {t('ties.connect')}
      </Button>
    </section>
  )
}
