import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import { useDoc, useOpenMap, useSelection, useWall } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import { lightable, putInLight, toggleDark, toggleFreeze } from './wallActions.ts'

/** The three things that are done in the middle of a sentence: freeze, blackout, spotlight. */
export function WallSwitches() {
  const map = useOpenMap()
  const isFrozen = useWall((state) => state.isFrozen)
  const isDark = useWall((state) => state.isDark)
  const spotlight = useWall((state) => state.spotlight)
  const ids = useSelection((state) => state.ids)
  // Who may be put in the light depends on the map.
  useDoc()
  const found = lightable(map, ids)
  const selected = 'id' in found ? found.id : null
  const isLit = spotlight?.kind === 'stakeholder' && spotlight.id === selected
  // With nobody to go to, the switch takes the light away.
  const goesOff = isLit || (spotlight !== null && selected === null)
  const reason = 'reason' in found ? t(found.reason) : undefined
  return (
    <>
      <div className="wall-switches">
        <Button
          aria-pressed={isFrozen}
          title={t('wall.freeze.title')}
          onClick={() => toggleFreeze(map)}
        >
          {t(isFrozen ? 'wall.unfreeze' : 'wall.freeze')}
        </Button>
        <Button aria-pressed={isDark} title={t('wall.dark.title')} onClick={() => toggleDark(map)}>
          {t(isDark ? 'wall.lights' : 'wall.blackout')}
        </Button>
        <Button
          aria-pressed={goesOff}
          disabled={selected === null && spotlight === null}
          title={goesOff ? t('wall.spotlight.title') : (reason ?? t('wall.spotlight.title'))}
          onClick={() =>
            putInLight(map, goesOff || !selected ? null : { kind: 'stakeholder', id: selected })
          }
        >
          {t('wall.spotlight')}
        </Button>
      </div>
      {'reason' in found && found.reason === 'wall.spotlight.hidden' && (
        <p className="field-hint">{t('wall.spotlight.hidden')}</p>
      )}
    </>
  )
}
