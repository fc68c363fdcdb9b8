import { memo, useMemo } from 'react'
import { groupOutline } from '../../drawing/network/groupOutline.ts'
import { OutlineMark } from '../../drawing/network/marks/OutlineMark.tsx'
import { QuietTies } from '../../drawing/network/marks/QuietTies.tsx'
import { TieMark } from '../../drawing/network/marks/TieMark.tsx'
import type { NetworkTie } from '../../drawing/network/networkTies.ts'
import type { NetworkScene } from '../../drawing/network/networkScene.ts'
import { useDrawn } from '../drawn.ts'
import { LIGHT } from '../../drawing/palette.ts'
import { WorldSvg } from '../WorldSvg.tsx'

interface NetworkLayerProps {
  scene: NetworkScene
  /** Keys of the ties that matter now: drawn in ink, one by one. */
  strong: ReadonlySet<string>
  /** Keys of stakeholders that step back, and their ties with them. */
  faded: ReadonlySet<string>
  /** Something is being shown: all other ties step back. */
  quieter: boolean
  /** Keys of stakeholders that a soft outline holds together. */
  groups: readonly (readonly string[])[]
}

/** With more ties than this their kinds can't be told apart at rest, and hairlines are drawn much faster. */
const MANY = 1000

/** The ties under the dots: the quiet ones as a few paths together, those that matter each by itself. */
export const NetworkLayer = memo(function NetworkLayer({
  scene,
  strong,
  faded,
  quieter,
  groups,
}: NetworkLayerProps) {
  const { bounds, dots, ties } = scene
  // From afar the quiet ties are painted with the dots (MapCanvas's `farTies`).
  const isFar = useDrawn() === 'dots'
  const { loud, quiet, back } = useMemo(
    () => parted(ties, strong, (tie) => quieter || faded.has(tie.from) || faded.has(tie.to)),
    [ties, strong, faded, quieter],
  )
  const outlines = useMemo(() => {
    const byKey = new Map(dots.map((dot) => [dot.key, dot]))
    return groups.map((keys) => groupOutline(keys.flatMap((key) => byKey.get(key) ?? [])))
  }, [dots, groups])
  return (
    <WorldSvg className="network-ties" bounds={bounds}>
      {outlines.map((path) => (
        <OutlineMark key={path} path={path} palette={LIGHT} />
      ))}
      {isFar ? (
        <path
          className="far-strong-ties"
          d={loud.map(({ path }) => path).join('')}
          fill="none"
          stroke={LIGHT.ink}
          vectorEffect="non-scaling-stroke"
        />
      ) : (
        <>
          {back.length > 0 && (
            <QuietTies ties={back} palette={LIGHT} plain={ties.length > MANY} faded />
          )}
          <QuietTies ties={quiet} palette={LIGHT} plain={ties.length > MANY} />
          {loud.map((tie) => (
            <TieMark key={tie.key} tie={tie} palette={LIGHT} emphasis="strong" />
          ))}
        </>
      )}
    </WorldSvg>
  )
})

interface Parted {
  readonly loud: readonly NetworkTie[]
  readonly quiet: readonly NetworkTie[]
  /** Those that step back. */
  readonly back: readonly NetworkTie[]
}

function parted(
  ties: readonly NetworkTie[],
  strong: ReadonlySet<string>,
  isBack: (tie: NetworkTie) => boolean,
): Parted {
  const loud: NetworkTie[] = []
  const quiet: NetworkTie[] = []
  const back: NetworkTie[] = []
  for (const tie of ties) {
    if (strong.has(tie.key)) loud.push(tie)
    else (isBack(tie) ? back : quiet).push(tie)
  }
  return { loud, quiet, back }
}
