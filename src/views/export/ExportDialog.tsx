import { useDeferredValue, useState } from 'react'
import { MapSvg } from '../../drawing/MapSvg.tsx'
import { NOTHING_CHOSEN } from '../../audience/policy.ts'
import { textFor } from '../../audience/gate.ts'
import type { PublicChoices } from '../../audience/view.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { useDoc, useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Checkbox, Choice } from '../../ui/fields.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { type ExportChoices, exportFile, showsTargets } from './exportModel.ts'
import { DrawingChoice, PictureChoices } from './PictureChoices.tsx'
import { TellChoices } from './TellChoices.tsx'
import { useExportActions } from './useExportActions.ts'
import { type Picture, usePicture } from './usePicture.ts'
import '../../i18n/parts/network.ts'
import '../../i18n/parts/sharing.ts'
import { Sharing } from '../sharing/Sharing.tsx'
import './export.css'

const OtherFormats = onDemand(() => import('./OtherFormats.tsx'))
const SealedBackup = onDemand(() => import('../sealing/SealedBackup.tsx'))

/** Pictures and files that leave the device; for the public unless the user says otherwise. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const doc = useDoc()
  const { settings } = useOpenMap()
  const [choices, setChoices] = useState((): ExportChoices => {
    const { view, powerAxes, showTies } = settings.getState()
    return {
      drawing: view,
      powerAxes,
      audience: 'public',
      title: textFor(doc, 'public', doc.info.name),
      subtitle: textFor(doc, 'public', doc.info.we),
      legend: true,
      date: true,
      targets: false,
      ties: showTies,
      width: 3840,
    }
  })
  const [tells, setTells] = useState<PublicChoices>(NOTHING_CHOSEN)
  const [teamConfirmed, setTeamConfirmed] = useState(false)
  const [showsOthers, setShowsOthers] = useState(false)
  const change = (part: Partial<ExportChoices>) => setChoices({ ...choices, ...part })
  const { view, places, picture, failed } = usePicture(choices, tells, showsOthers)
  const actions = useExportActions(choices.audience, tells, picture)
  const mayTell = useViewSettings((state) => state.audience === 'team')
  const faultOf = (typed: string) =>
    mayTell && textFor(doc, choices.audience, typed) !== typed
      ? t('sharing.heading.withheld')
      : null
  const isTeam = choices.audience === 'team'
  const blocked = actions.busy || (isTeam && !teamConfirmed)
  const told = { ...tells, targets: tells.targets || showsTargets(choices) }
  const undrawn = blocked || !picture
  return (
    <Dialog
      size="large"
      title={t('export.title')}
      onClose={onClose}
      actions={
        <>
          <span className="export-outcome" role="status">
            {actions.busy ? t('export.busy') : actions.outcome}
          </span>
          <Button disabled={blocked} onClick={actions.saveFile}>
            {t('export.file')}
          </Button>
          <Button disabled={undrawn} onClick={actions.copyPng}>
            {t('export.copy')}
          </Button>
          <Button disabled={undrawn} onClick={actions.saveSvg}>
            {t('export.svg')}
          </Button>
          <Button look="primary" disabled={undrawn} onClick={actions.savePng}>
            {t('export.png')}
          </Button>
        </>
      }
    >
      <div className="export">
        <div className="export-choices">
          <Choice
            legend={t('export.audience')}
            value={choices.audience}
            options={[
              { value: 'public', label: t('export.public') },
              { value: 'team', label: t('export.team') },
            ]}
            onChange={(audience) => {
              setTeamConfirmed(false)
              change({ audience, targets: audience === 'team' })
            }}
          />
          {isTeam ? (
            <div className="export-warning">
              <p>{t('export.team.warning')}</p>
              <Checkbox
                label={t('export.team.confirm')}
                checked={teamConfirmed}
                onChange={setTeamConfirmed}
              />
            </div>
          ) : (
            <>
              <p className="field-hint">{t('export.public.hint')}</p>
              <Sharing told={told} />
            </>
          )}
          <DrawingChoice choices={choices} onChange={change} />
          <PictureChoices choices={choices} onChange={change} faultOf={faultOf} />
          {!isTeam && <TellChoices tells={tells} onChange={setTells} />}
          <details onToggle={(event) => setShowsOthers(event.currentTarget.open)}>
            <summary>{t('export.others')}</summary>
            {showsOthers && (
              <OtherFormats
                view={view}
                places={places}
                disabled={blocked}
                onSave={actions.saveMade}
              />
            )}
          </details>
        </div>
        <div className="export-shown">
          <Preview picture={picture} failed={failed} mayShowTeam={teamConfirmed} isTeam={isTeam} />
          <section className="export-backup" aria-label={t('export.backup')}>
            <div>
              <h3>{t('export.backup')}</h3>
              <p className="field-hint">{t('export.backup.hint')}</p>
            </div>
            <SealedBackup content={() => ({ doc, text: exportFile(doc, 'team') })} />
          </section>
        </div>
      </div>
    </Dialog>
  )
}

interface PreviewProps {
  picture: Picture | null
  failed: boolean
  isTeam: boolean
  mayShowTeam: boolean
}

/** Follows a moment later, so that typing a title stays quick. */
function Preview({ picture, failed, isTeam, mayShowTeam }: PreviewProps) {
  const drawn = useDeferredValue(picture)
  // Nobody may be shown on a projector by opening this dialog.
  const isClosed = (isTeam || drawn?.scene.audience === 'team') && !mayShowTeam
  return (
    <figure className="export-preview" aria-label={t('export.preview')}>
      {isClosed && <p>{t('export.team.preview')}</p>}
      {!isClosed && !drawn && (
        <p role="status">{t(failed ? 'network.arrange.failed' : 'export.network.working')}</p>
      )}
      {!isClosed && drawn && <MapSvg {...drawn} idPrefix="preview" />}
    </figure>
  )
}
