import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import type { SegmentIndex } from '../domain/records.ts'
import { HeadingMark } from '../drawing/marks/HeadingMark.tsx'
import { SceneMark } from '../drawing/marks/SceneMark.tsx'
import { FONT_FAMILY, LIGHT, type Palette } from '../drawing/palette.ts'
import { pathNumber } from '../drawing/pathNumber.ts'
import type { Scene } from '../drawing/scene.ts'
import { MovementTips, MovementTrails } from '../drawing/wall/MovementMarks.tsx'
import { WallLegend } from '../drawing/wall/WallLegend.tsx'
import { WALL_MARGIN, wallPageFor } from '../drawing/wall/wallPage.ts'
import { wallSceneFor } from '../drawing/wall/wallPicture.ts'
import type { WallPicture, WallThen } from './protocol.ts'
import { pickNames, wallText, wallWords } from './wallWords.ts'
import './wallDrawing.css'

interface WallDrawingProps {
  readonly picture: WallPicture
  /** Of the box to be filled, in CSS px. */
  readonly width: number
  readonly height: number
  /** Makes ids unique where several drawings share a page. */
  readonly idPrefix: string
  /** Makes a button of everybody; is told the key in the picture's view. */
  readonly onPick?: (key: string) => void
  readonly palette?: Palette
}

/** What the wall shows, filling a box of any shape: on the wall itself, small in the console, and while presenting. */
export function WallDrawing({
  picture,
  width,
  height,
  idPrefix,
  onPick,
  palette = LIGHT,
}: WallDrawingProps) {
  const page = useMemo(() => wallPageFor(width, height), [width, height])
  const wall = useMemo(() => {
    const { earlier, places, ...rest } = picture
    return wallSceneFor(picture.view, page, wallWords(earlier?.when ?? ''), {
      ...rest,
      places: places && new Map(places.map(([key, x, y]) => [key, { x, y }])),
      earlier: earlier && segmentsOf(earlier),
    })
  }, [picture, page])
  const { scene, placed, clip, movements } = wall
  const light = picture.spotlight
  const { x, y, scale } = placed
  const around = onPick && pickable(picture, onPick)
  return (
    <svg
      className="wall-drawing"
      width={width}
      height={height}
      viewBox={`0 0 ${pathNumber(page.width)} ${pathNumber(page.height)}`}
      role={onPick ? 'group' : 'img'}
      aria-label={wallText(picture)}
      fontFamily={FONT_FAMILY}
    >
      <rect width={page.width} height={page.height} fill={palette.paper} />
      {clip && (
        <clipPath id={`${idPrefix}-clip`}>
          <rect {...clip} />
        </clipPath>
      )}
      {scene && (
        <g clipPath={clip ? `url(#${idPrefix}-clip)` : undefined}>
          <g
            // Only the camera glides: on another ground it is another one.
            key={`${groundOf(scene)} ${width} ${height}`}
            className="wall-camera"
            style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}
          >
            <SceneMark
              scene={scene}
              palette={palette}
              idPrefix={idPrefix}
              light={light}
              {...(around ? { around } : {})}
              under={
                movements && (
                  <MovementTrails movements={movements} palette={palette} light={light} />
                )
              }
            />
            {movements && <MovementTips movements={movements} palette={palette} light={light} />}
          </g>
        </g>
      )}
      <HeadingMark
        lines={wall.title}
        page={page}
        margin={WALL_MARGIN}
        rtlOf={picture.view.info.name}
        palette={palette}
      />
      {wall.signs.length > 0 && <WallLegend signs={wall.signs} palette={palette} />}
    </svg>
  )
}

const segmentsOf = ({ segments }: WallThen): ReadonlyMap<string, SegmentIndex | null> =>
  new Map(segments)

function groundOf(scene: Scene): string {
  switch (scene.kind) {
    case 'spectrum':
      return `spectrum ${scene.pie.radius}`
    case 'network':
      return 'network'
    case 'power':
      return `power ${scene.axes} ${scene.grid.scale}`
  }
}

function pickable({ view, spotlight }: WallPicture, onPick: (key: string) => void) {
  const names = pickNames(view)
  return function Pickable(key: string, mark: ReactNode) {
    const pick = () => onPick(key)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      pick()
    }
    return (
      <g
        key={key}
        className="wall-pick"
        role="button"
        tabIndex={0}
        aria-label={names.get(key)}
        aria-pressed={spotlight?.kind === 'stakeholder' && spotlight.key === key}
        onClick={pick}
        onKeyDown={onKeyDown}
      >
        {mark}
      </g>
    )
  }
}
