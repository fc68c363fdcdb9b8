import { useEffect } from 'react'
import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/crash.ts'
import '../../i18n/parts/wall.ts'
import { useDoc, useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { CANVAS_VIEWS } from '../../store/viewSettings.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useServices } from '../services.ts'
import { forgetCrash, hasCrashed, noteCrash } from './crashedViews.ts'
import { CrashOffers } from './CrashOffers.tsx'
import { type Failure, failureWords, mapStateWords } from './failure.ts'
import './crash.css'

interface PartCrashProps {
  failure: Failure
  again: () => void
  onClose: (() => void) | undefined
}

/** Stands where a part of the editor could not be drawn. */
export default function PartCrash({ failure, again, onClose }: PartCrashProps) {
  if (failure.what === 'present') return <PresentCrash again={again} />
  if (failure.what !== 'dialog' || !onClose) return <InPlace failure={failure} again={again} />
  return (
    <Dialog title={failureWords(failure)} onClose={onClose}>
      <Facts failure={failure} again={again} />
    </Dialog>
  )
}

type FactsProps = Pick<PartCrashProps, 'failure' | 'again'>

const InPlace = ({ failure, again }: FactsProps) => (
  <section className="crash" role="alert">
    <h2>{failureWords(failure)}</h2>
    <Facts failure={failure} again={again} />
  </section>
)

function Facts({ failure, again }: FactsProps) {
  const map = useOpenMap()
  const services = useServices()
  const save = useStore(services.save)
  const doc = useDoc()
  const view = useViewSettings((settings) => settings.view)
  const audience = useViewSettings((settings) => settings.audience)
  const isView = failure.what === view
  useEffect(() => {
    const { view: shown, audience: to } = map.settings.getState()
    if (failure.what === shown) noteCrash(map.store.state.getState().doc, shown, to)
  }, [map, failure.what])
  const others = CANVAS_VIEWS.filter(
    (other) => isView && other !== view && !hasCrashed(doc, other, audience),
  )
  const isLast = isView && others.length === 0
  const tryAgain = () => {
    if (isView) forgetCrash(doc, view, audience)
    again()
  }
  return (
    <>
      <p>{mapStateWords(save, true)}</p>
      {others.length > 0 && <p className="field-hint">{t('crash.otherViews')}</p>}
      {isLast && <p className="field-hint">{t('crash.noView')}</p>}
      <div className="crash-ways">
        <Button look="primary" onClick={tryAgain}>
          {t('crash.again')}
        </Button>
        {isLast && <Button onClick={() => location.reload()}>{t('crash.reload')}</Button>}
        {others.map((other) => (
          <Button key={other} onClick={() => map.settings.setState({ view: other })}>
            {t(`view.${other}`)}
          </Button>
        ))}
      </div>
      <CrashOffers failure={failure} map={map} withRawCopy={isLast} />
    </>
  )
}

/** On a projector: nothing of the editor, and nothing that looks like an accident. */
function PresentCrash({ again }: { again: () => void }) {
  const { wall } = useOpenMap()
  const leave = () => {
    wall.setState({ isPresenting: false })
    if (document.fullscreenElement) void document.exitFullscreen()
  }
  return (
    <main className="crash" role="alert">
      <p>{t('wall.undrawable')}</p>
      <div className="crash-ways">
        <Button onClick={again}>{t('crash.again')}</Button>
        <Button onClick={leave}>{t('wall.leave')}</Button>
      </div>
    </main>
  )
}
