import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import { useDoc, useOpenMap, useSelection, useViewSettings, useWall } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import {
  exposedTo,
  exposedWords,
  lightable,
  putInLight,
  toggleDark,
  toggleFreeze,
} from './wallActions.ts'

/** The three things that are done in the middle of a sentence: freeze, blackout, spotlight. */
export function WallSwitches() {
  const map = useOpenMap()
  const isFrozen = useWall((state) => state.isFrozen)
  const isDark = useWall((state) => state.isDark)
  const spotlight = useWall((state) => state.spotlight)
  const ids = useSelection((state) => state.ids)
  // Who may be put in the light depends on the map, and on what is drawn.
  useDoc()
  useWall((state) => state.drawing)
  useWall((state) => state.exposed)
  useViewSettings(({ view }) => view)
  const found = lightable(map, ids)
  const selected = 'id' in found ? found.id : null
  const isLit = spotlight?.kind === 'stakeholder' && spotlight.id === selected
  // With nobody to go to, the switch takes the light away.
  const goesOff = isLit || (spotlight !== null && selected === null)
  const title = goesOff || !('words' in found) ? t('wall.spotlight.title') : found.words
  return (
    <>
      <Exposure />
      <div className="wall-switches">
        <Button
          className={isFrozen ? 'is-on' : ''}
          title={t('wall.freeze.title')}
          onClick={() => toggleFreeze(map)}
        >
          {t(isFrozen ? 'wall.unfreeze' : 'wall.freeze')}
        </Button>
        <Button
          className={isDark ? 'is-on' : ''}
          title={t('wall.dark.title')}
          onClick={() => toggleDark(map)}
        >
          {t(isDark ? 'wall.lights' : 'wall.blackout')}
        </Button>
        <Button
          aria-pressed={goesOff}
          disabled={selected === null && spotlight === null}
          title={title}
          onClick={() =>
            putInLight(map, goesOff || !selected ? null : { kind: 'stakeholder', id: selected })
          }
        >
          {t('wall.spotlight')}
        </Button>
      </div>
      {'why' in found && (found.why === 'hidden' || found.why === 'not drawn') && (
        <p className="field-hint">{found.words}</p>
      )}
    </>
  )
}

/** As long as somebody can be seen on the frozen wall who is not to be: for the team's eyes alone. */
function Exposure() {
  const map = useOpenMap()
  const state = useWall((all) => all)
  const audience = useViewSettings((settings) => settings.audience)
  const exposed = exposedTo({ audience }, state)
  if (!exposed.length || state.isDark) return null
  return (
    <div className="wall-exposed">
      <p>{exposedWords(exposed)}</p>
      <Button look="danger" onClick={() => toggleDark(map)}>
        {t('wall.exposed.blackout')}
      </Button>
    </div>
  )
}
