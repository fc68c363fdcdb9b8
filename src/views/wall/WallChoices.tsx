import { SEGMENTS } from '../../domain/spectrum.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import { segmentName } from '../../i18n/terms.ts'
import { useOpenMap, useViewSettings, useWall } from '../../store/openMap.ts'
import { CANVAS_VIEWS } from '../../store/viewSettings.ts'
import type { WallZoom } from '../../store/wall.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, SelectField } from '../../ui/fields.tsx'
import { useServices } from '../services.ts'
import { present } from './presenting.ts'
import { whenWas } from './publicWall.ts'
import { theWall } from './theWall.ts'
import { putInLight } from './wallActions.ts'

const ZOOMS: readonly WallZoom[] = ['whole', 'follow', 'fixed']

/** What is on the wall, and how near. */
export function WallChoices() {
  const map = useOpenMap()
  const { wall } = map
  const state = useWall((all) => all)
  const mine = useViewSettings(({ view }) => view)
  const isSpectrum = (state.drawing === 'as mine' ? mine : state.drawing) === 'spectrum'
  return (
    <>
      <div className="wall-row">
        <SelectField
          label={t('wall.drawing')}
          value={state.drawing}
          options={[
            { value: 'as mine', label: t('wall.drawing.mine') },
            ...CANVAS_VIEWS.map((value) => ({ value, label: t(`view.${value}`) })),
          ]}
          onChange={(drawing) => wall.setState({ drawing })}
        />
        <SelectField
          label={t('wall.zoom')}
          value={state.zoom}
          options={ZOOMS.map((value) => ({ value, label: t(`wall.zoom.${value}`) }))}
          onChange={(zoom) => wall.setState(zoom === 'whole' ? { zoom, closeUp: null } : { zoom })}
        />
      </div>
      <details className="wall-choices">
        <summary>{t('wall.more')}</summary>
        <div className="wall-more">
          <Light />
          {isSpectrum && (
            <>
              <Compare />
              <Checkbox
                label={t('wall.targets')}
                checked={state.showsTargets}
                onChange={(showsTargets) => wall.setState({ showsTargets })}
              />
              <Checkbox
                label={t('wall.ties')}
                checked={state.showsTies}
                onChange={(showsTies) => wall.setState({ showsTies })}
              />
            </>
          )}
          <div className="wall-actions">
            <Button look="quiet" onClick={() => present(map)}>
              {t('wall.present')}
            </Button>
            <Button look="quiet" onClick={() => theWall().close()}>
              {t('wall.close')}
            </Button>
          </div>
        </div>
      </details>
    </>
  )
}

/** A whole segment in the light; somebody is put there with the switch above. */
function Light() {
  const map = useOpenMap()
  const spotlight = useWall((state) => state.spotlight)
  const { view, shown } = useSubject()
  const { segmentNames } = view.info
  const value =
    spotlight?.kind === 'segment' ? String(spotlight.segment) : (spotlight?.kind ?? 'off')
  return (
    <SelectField
      label={t('wall.light')}
      value={value}
      options={[
        { value: 'off', label: t('wall.light.all') },
        ...(spotlight?.kind === 'stakeholder'
          ? [{ value: 'stakeholder', label: shown(spotlight.id)?.name ?? '' }]
          : []),
        ...SEGMENTS.map((segment) => ({
          value: String(segment),
          label: segmentName(segment, segmentNames),
        })),
      ]}
      onChange={(chosen) => {
        const segment = SEGMENTS.find((one) => String(one) === chosen)
        if (segment !== undefined) putInLight(map, { kind: 'segment', segment })
        else if (chosen === 'off') putInLight(map, null)
      }}
    />
  )
}

function Compare() {
  const { wall, store } = useOpenMap()
  const services = useServices()
  const compares = useWall((state) => state.compares)
  const earlier = useWall((state) => state.earlier)
  return (
    <>
      <Checkbox
        label={t('wall.compare')}
        hint={t('wall.compare.when', { when: whenWas(earlier) })}
        checked={compares}
        onChange={(shown) => wall.setState({ compares: shown })}
      />
      {compares && (
        <Button
          look="quiet"
          className="wall-small"
          onClick={() => {
            wall.setState({ earlier: { doc: store.state.getState().doc, at: services.now() } })
            announce(t('wall.compare.done'))
          }}
        >
          {t('wall.compare.fromNow')}
        </Button>
      )}
    </>
  )
}
