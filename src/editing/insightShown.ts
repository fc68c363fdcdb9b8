import { useEffect } from 'react'
import { t } from '../i18n/i18n.ts'
import { calmDown, emphasise, type Emphasis } from '../store/emphasis.ts'
import { type OpenMap, useEmphasis, useOpenMap } from '../store/openMap.ts'
import type { CanvasView } from '../store/viewSettings.ts'
import { putWayAway } from '../store/wayTo.ts'
import { speak } from '../ui/announcer.tsx'
import { type InsightLine, sameShowing, type Showing } from './insightLine.ts'
import { spoken } from './insightSentence.ts'
import '../i18n/parts/insights.ts'

/** Which line an emphasis was put up by: it outlives the panel that the line was in. */
const putUpBy = new WeakMap<Emphasis, string>()

/** What the line that is shown on the canvas is about; null when none is. */
export function useShownLine(): string | null {
  const emphasis = useEmphasis()
  return emphasis && (putUpBy.get(emphasis) ?? null)
}

/** Shows a line on the canvas, in place of whatever was shown; null stays in the view that is open. */
export function showLine(map: OpenMap, line: InsightLine, opens: CanvasView | null): void {
  if (!line.showing) return
  putWayAway(map.wayTo)
  putUp(map, line.about, line.showing)
  if (opens) map.settings.setState({ view: opens })
  speak(t('insight.shown', { what: spoken(line.sentence) }))
}

export function stopShowing(map: OpenMap): void {
  calmDown(map.emphasis)
  speak(t('insight.calm'))
}

function putUp({ emphasis: store }: OpenMap, about: string, showing: Showing): void {
  emphasise(store, showing)
  const { emphasis } = store.getState()
  if (emphasis) putUpBy.set(emphasis, about)
}

/**
 * Keeps what is shown true to a line that has changed, and stops showing one that holds no more.
 *
 * @param lines all newest lines of a panel; null while they are not known
 * @param isOurs says of what is shown whether a line of this panel is behind it
 */
export function useKeepShowing(
  lines: readonly InsightLine[] | null,
  isOurs: (about: string) => boolean,
): void {
  const map = useOpenMap()
  useEffect(() => {
    const { emphasis } = map.emphasis.getState()
    const about = emphasis && putUpBy.get(emphasis)
    if (!lines || !emphasis || !about || !isOurs(about)) return
    const showing = lines.find((line) => line.about === about)?.showing
    if (!showing) calmDown(map.emphasis)
    else if (!sameShowing(showing, emphasis)) putUp(map, about, showing)
  }, [lines, isOurs, map])
}
