import { editStakeholders, type StakeholderEdit } from '../../domain/commands/editing.ts'
import { INFLUENCE_LEVELS, influenceLevel, type InfluenceLevel } from '../../domain/influence.ts'
import {
  ROLES,
  STAKEHOLDER_KINDS,
  type StakeholderId,
  type StakeholderKind,
} from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import { kindName, roleName } from '../../i18n/terms.ts'
import { useDoc, useMapState } from '../../store/openMap.ts'
import { Choice, SelectField } from '../../ui/fields.tsx'
import { useChange } from '../../editing/useChange.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { ConfidentialityFields } from './ConfidentialityFields.tsx'
import { DraftField } from './DraftField.tsx'
import { DraftWords } from './DraftWords.tsx'
import { ReachedThrough } from '../insights/ReachedThrough.tsx'
import { TiesSection } from '../ties/TiesSection.tsx'
import { RemoveButton } from './RemoveButton.tsx'
import { SectorField } from './SectorField.tsx'
import { StanceField, TargetField } from './SegmentFields.tsx'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/sharing.ts'

const LEVELS = ['low', 'medium', 'high'] as const satisfies readonly InfluenceLevel[]

interface StakeholderDetailsProps {
  id: StakeholderId
  onConnect: () => void
}

/** Everything about one stakeholder. In public preview only what the public may see can be looked at or edited. */
export function StakeholderDetails({ id, onConnect }: StakeholderDetailsProps) {
  const record = useDoc().stakeholders.get(id)
  const { view, shown } = useSubject()
  const readOnly = useMapState((state) => state.readOnly)
  const change = useChange()
  const stakeholder = shown(id)
  if (!record || !stakeholder) return null
  const { team } = stakeholder
  const edit = (patch: StakeholderEdit, field?: string) =>
    change(
      editStakeholders([id], patch),
      { action: patch.confidentiality ? 'confidentiality' : 'edit', stakeholders: [id] },
      field && `${id} ${field}`,
    )
  return (
    <>
      <DraftField
        label={t('details.name')}
        of={`${id} name`}
        value={stakeholder.name}
        disabled={readOnly}
        onCommit={(name) => name.trim() !== '' && edit({ name }, 'name')}
        whenLeftEmpty={t('error.emptyName')}
      />
      <StanceField ids={[id]} placement={stakeholder.placement} disabled={readOnly} />
      {team && (
        <TargetField
          value={stakeholder.targetSegment}
          disabled={readOnly}
          onChange={(targetSegment) => edit({ targetSegment })}
        />
      )}
      {team && (
        <ConfidentialityFields
          id={id}
          value={team.confidentiality}
          role={stakeholder.role}
          disabled={readOnly}
          onChange={(confidentiality) => edit({ confidentiality })}
        />
      )}
      <Choice
        legend={t('details.influence')}
        disabled={readOnly}
        value={stakeholder.influence === null ? 'none' : influenceLevel(stakeholder.influence)}
        options={[
          { value: 'none', label: t('influence.none') },
          ...LEVELS.map((level) => ({ value: level, label: t(`influence.${level}`) })),
        ]}
        onChange={(level) => edit({ influence: level === 'none' ? null : INFLUENCE_LEVELS[level] })}
      />
      <div className="details-pair">
        <SelectField<StakeholderKind>
          label={t('details.kind')}
          disabled={readOnly}
          value={stakeholder.kind}
          options={STAKEHOLDER_KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))}
          onChange={(kind) => edit({ kind })}
        />
        <SelectField
          label={t('details.role')}
          disabled={readOnly}
          value={stakeholder.role}
          options={ROLES.map((role) => ({ value: role, label: roleName(role) }))}
          onChange={(role) => edit({ role })}
        />
      </div>
      <SectorField
        of={`${id} sector`}
        value={stakeholder.sector}
        suggestions={view.sectors}
        disabled={readOnly || !team}
        onChange={(sector) => edit({ sector })}
      />
      <ReachedThrough id={id} />
      <TiesSection id={id} onConnect={onConnect} />
      {team && (
        <>
          <DraftWords
            label={t('details.offers')}
            of={`${id} offers`}
            words={stakeholder.offers}
            suggestions={view.resources}
            disabled={readOnly}
            onChange={(offers) => edit({ offers })}
          />
          <DraftWords
            label={t('details.needs')}
            of={`${id} needs`}
            words={stakeholder.needs}
            suggestions={view.resources}
            disabled={readOnly}
            onChange={(needs) => edit({ needs })}
          />
          <DraftWords
            label={t('details.tags')}
            of={`${id} tags`}
            words={stakeholder.tags}
            suggestions={[...new Set(view.stakeholders.flatMap(({ tags }) => tags))]}
            disabled={readOnly}
            onChange={(tags) => edit({ tags })}
          />
          <DraftField
            label={t('details.description')}
            of={`${id} description`}
            hint={t('details.description.hint')}
            multiline
            value={stakeholder.description}
            disabled={readOnly}
            onCommit={(description) => edit({ description }, 'description')}
          />
          <fieldset className="team-only">
            <legend>{t('details.teamOnly')}</legend>
            <DraftWords
              label={t('sharing.aliases')}
              of={`${id} aliases`}
              hint={t('sharing.aliases.hint')}
              words={team.aliases}
              suggestions={[]}
              disabled={readOnly}
              onChange={(aliases) => edit({ aliases })}
            />
            <DraftField
              label={t('details.notes')}
              of={`${id} notes`}
              multiline
              value={team.notes}
              disabled={readOnly}
              onCommit={(notes) => edit({ notes }, 'notes')}
            />
            <DraftField
              label={t('details.contact')}
              of={`${id} contact`}
              multiline
              value={team.contact}
              disabled={readOnly}
              onCommit={(contact) => edit({ contact }, 'contact')}
            />
          </fieldset>
        </>
      )}
      {!team && <p className="panel-empty">{t('details.publicOnly')}</p>}
      <RemoveButton ids={[id]} disabled={readOnly} />
    </>
  )
}
