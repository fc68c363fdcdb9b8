import { SheetSvg, type SvgHow } from '../SheetSvg.tsx'
import { BlankPieMark } from './BlankPieMark.tsx'
import type { HandoutPicture } from './handouts.ts'
import { WorksheetsMark } from './WorksheetsMark.tsx'

/** A page that is written on by hand. */
export function HandoutSvg({
  sheet,
  frame,
  idPrefix = 'handout',
  ...how
}: Omit<HandoutPicture, 'kind'> & SvgHow) {
  const { page, palette, title } = frame
  return (
    <SheetSvg page={page} palette={palette} title={title} {...how}>
      {sheet.kind === 'blank pie' ? (
        <BlankPieMark sheet={sheet} frame={frame} idPrefix={idPrefix} />
      ) : (
        <WorksheetsMark sheet={sheet} frame={frame} idPrefix={idPrefix} />
      )}
    </SheetSvg>
  )
}
