import { editMap, type MapEdit } from '../../domain/commands/map.ts'
import type { SegmentNames } from '../../domain/records.ts'
import { SEGMENTS } from '../../domain/spectrum.ts'
import { useChange } from '../../editing/useChange.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import { useDoc, useMapState } from '../../store/openMap.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Choice } from '../../ui/fields.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { DraftField } from '../details/DraftField.tsx'
import { VocabularyEditor } from './VocabularyEditor.tsx'
import './settings.css'
import '../../i18n/parts/dialogs.ts'

const SealingSection = onDemand(() => import('../sealing/SealingSection.tsx'))
const TeachingOffer = onDemand(() => import('../teaching/TeachingOffer.tsx'))
const SafetySection = onDemand(() => import('../sealing/SafetySection.tsx'))

/** The map's own facts and words. Changes apply at once and can be undone one by one. */
export default function MapSettingsDialog({ onClose }: { onClose: () => void }) {
  const { info: written, sectors, resources } = useDoc()
  const readOnly = useMapState((state) => state.readOnly)
  // In public preview texts that mention somebody hidden are not shown here either.
  const { audience, info } = useSubject().view
  // In front of others a text that mentions somebody hidden would vanish as it is typed, and a withheld one be written over.
  const isFixed = readOnly || audience === 'public'
  const change = useChange()
  const edit = (patch: MapEdit, field?: string) =>
    change(editMap(patch), { action: 'map', stakeholders: [] }, field)
  const rename = (segment: number, text: string) => {
    const [a, b, c, d, e] = written.segmentNames.map((name, index) =>
      index === segment ? text.trim() || null : name,
    )
    const segmentNames: SegmentNames = [a ?? null, b ?? null, c ?? null, d ?? null, e ?? null]
    return edit({ segmentNames }, `segment ${segment}`)
  }
  return (
    <Dialog title={t('settings.title')} onClose={onClose} size="large">
      <div className="settings">
        <section className="settings-part">
          <DraftField
            label={t('newMap.issue')}
            of="map name"
            value={info.name}
            disabled={isFixed}
            onCommit={(name) => name.trim() !== '' && edit({ name }, 'name')}
          />
          <DraftField
            label={t('newMap.we')}
            of="map we"
            value={info.we}
            disabled={isFixed}
            onCommit={(we) => edit({ we }, 'we')}
          />
          <DraftField
            label={t('settings.goal')}
            of="map goal"
            hint={t('settings.goal.hint')}
            value={info.goal}
            disabled={isFixed}
            onCommit={(goal) => edit({ goal }, 'goal')}
          />
          <Choice
            legend={t('settings.alliesSide')}
            disabled={readOnly}
            value={info.alliesSide}
            options={[
              { value: 'left', label: t('settings.left') },
              { value: 'right', label: t('settings.right') },
            ]}
            onChange={(alliesSide) => edit({ alliesSide })}
          />
        </section>
        <section className="settings-part" aria-label={t('settings.segments')}>
          <h3>{t('settings.segments')}</h3>
          {SEGMENTS.map((segment) => (
            <DraftField
              key={segment}
              label={t(`segment.${segment}`)}
              of={`segment ${segment}`}
              value={info.segmentNames[segment] ?? ''}
              placeholder={t(`segment.${segment}`)}
              disabled={isFixed}
              onCommit={(text) => rename(segment, text)}
            />
          ))}
        </section>
        {audience === 'team' ? (
          <>
            <VocabularyEditor
              title={t('settings.sectors')}
              words={[...sectors.values()]}
              disabled={readOnly}
            />
            <VocabularyEditor
              title={t('settings.resources')}
              words={[...resources.values()]}
              disabled={readOnly}
            />
          </>
        ) : (
          // A word that only hidden stakeholders use would hint at them.
          <p className="field-hint">{t('settings.publicOnly')}</p>
        )}
        <SealingSection />
        <TeachingOffer className="settings-part" />
        <SafetySection />
      </div>
    </Dialog>
  )
}
