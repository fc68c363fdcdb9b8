import { useDeferredValue, useMemo, useState } from 'react'
import { PNG_WIDTHS } from '../../drawing/png.ts'
import { MapSvg } from '../../drawing/MapSvg.tsx'
import { useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import { useDoc, useViewSettings } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Checkbox, Choice, SelectField, TextField } from '../../ui/fields.tsx'
import { useServices } from '../services.ts'
import { type ExportChoices, exportFrame, exportScene, exportView } from './exportModel.ts'
import { useExportActions } from './useExportActions.ts'
import './export.css'
import '../../i18n/parts/dialogs.ts'

/** Pictures and files that leave the device; for the public unless the user says otherwise. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const doc = useDoc()
  const { info } = useSubject().view
  const services = useServices()
  const showTies = useViewSettings((state) => state.showTies)
  const [choices, setChoices] = useState<ExportChoices>({
    audience: 'public',
    title: info.name,
    subtitle: info.we,
    legend: true,
    date: true,
    targets: false,
    ties: showTies,
    width: 3840,
  })
  const [teamConfirmed, setTeamConfirmed] = useState(false)
  const change = (part: Partial<ExportChoices>) => setChoices({ ...choices, ...part })
  const now = services.now()
  const drawn = useDeferredValue(choices)
  const scene = useMemo(() => exportScene(exportView(doc, drawn), drawn), [doc, drawn])
  const frame = exportFrame(drawn, now)
  const { busy, outcome, savePng, saveSvg, copyPng, saveFile } = useExportActions(choices)
  const isTeam = choices.audience === 'team'
  const blocked = busy || (isTeam && !teamConfirmed)
  return (
    <Dialog
      size="large"
      title={t('export.title')}
      onClose={onClose}
      actions={
        <>
          <span className="export-outcome" role="status">
            {busy ? t('export.busy') : outcome}
          </span>
          <Button disabled={blocked} onClick={saveFile}>
            {t('export.file')}
          </Button>
          <Button disabled={blocked} onClick={copyPng}>
            {t('export.copy')}
          </Button>
          <Button disabled={blocked} onClick={saveSvg}>
            {t('export.svg')}
          </Button>
          <Button look="primary" disabled={blocked} onClick={savePng}>
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
            <p className="field-hint">{t('export.public.hint')}</p>
          )}
          <TextField
            label={t('export.heading')}
            value={choices.title}
            onChange={(event) => change({ title: event.target.value })}
          />
          <TextField
            label={t('export.subtitle')}
            value={choices.subtitle}
            onChange={(event) => change({ subtitle: event.target.value })}
          />
          <Checkbox
            label={t('export.legend')}
            checked={choices.legend}
            onChange={(legend) => change({ legend })}
          />
          <Checkbox
            label={t('export.date')}
            checked={choices.date}
            onChange={(date) => change({ date })}
          />
          <Checkbox
            label={t('export.targets')}
            checked={choices.targets}
            onChange={(targets) => change({ targets })}
          />
          <Checkbox
            label={t('export.ties')}
            checked={choices.ties}
            onChange={(ties) => change({ ties })}
          />
          <SelectField
            label={t('export.width')}
            value={String(choices.width)}
            options={PNG_WIDTHS.map((width) => ({
              value: String(width),
              label: t('export.width.px', { width }),
            }))}
            onChange={(width) => change({ width: Number(width) })}
          />
        </div>
        <figure className="export-preview" aria-label={t('export.preview')}>
          {drawn.audience === 'team' && !teamConfirmed ? (
            // Nobody may be shown on a projector by opening this dialog.
            <p>{t('export.team.preview')}</p>
          ) : (
            <MapSvg scene={scene} frame={frame} idPrefix="preview" />
          )}
        </figure>
      </div>
    </Dialog>
  )
}
