import { FootMark } from './marks/FootMark.tsx'
import { HeadingMark } from './marks/HeadingMark.tsx'
import { SceneMark } from './marks/SceneMark.tsx'
import { pageFor } from './pictureFrame.ts'
import type { MapPicture } from './picture.ts'
import { pathNumber } from './pathNumber.ts'
import { MARGIN } from './sheet.ts'
import { SheetSvg, type SvgHow } from './SheetSvg.tsx'

/** A whole picture of a scene: the same drawing as on the screen, with title, legend, date and stamp around it. */
export function MapSvg({
  scene,
  frame,
  idPrefix = 'picture',
  ...how
}: Omit<MapPicture, 'kind'> & SvgHow) {
  const { palette, page } = frame
  const { scale, x, y, title, foot } = pageFor(scene, frame)
  const world = `translate(${pathNumber(x)} ${pathNumber(y)}) scale(${Math.round(scale * 1e5) / 1e5})`
  return (
    <SheetSvg page={page} palette={palette} title={frame.title} {...how}>
      <g transform={world}>
        <SceneMark scene={scene} palette={palette} idPrefix={idPrefix} />
      </g>
      <HeadingMark lines={title} page={page} margin={MARGIN.x} palette={palette} />
      <FootMark foot={foot} audience={scene.audience} page={page} palette={palette} />
    </SheetSvg>
  )
}
