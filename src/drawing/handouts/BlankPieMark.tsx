import { FootMark } from '../marks/FootMark.tsx'
import { HeadingMark } from '../marks/HeadingMark.tsx'
import { TextLines } from '../marks/TextLines.tsx'
import type { PictureFrame } from '../pictureFrame.ts'
import { MARGIN } from '../sheet.ts'
import type { BlankPieSheet } from './blankPie.ts'
import { PaperPie } from './PaperPie.tsx'
import { WritingMark } from './WritingMark.tsx'

interface BlankPieMarkProps {
  readonly sheet: BlankPieSheet
  readonly frame: PictureFrame
  readonly idPrefix: string
}

/** An empty half-pie, its title, and on a page that stands lines to write on. */
export function BlankPieMark({
  sheet: { heading, scene, at, hint, fields, audience, foot },
  frame: { page, palette },
  idPrefix,
}: BlankPieMarkProps) {
  return (
    <>
      <PaperPie scene={scene} at={at} palette={palette} idPrefix={idPrefix} />
      <HeadingMark lines={heading} page={page} margin={MARGIN.x} palette={palette} />
      <TextLines lines={hint} palette={palette} />
      <WritingMark fields={fields} palette={palette} />
      <FootMark foot={foot} audience={audience} page={page} palette={palette} />
    </>
  )
}
