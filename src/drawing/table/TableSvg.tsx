import { FootMark } from '../marks/FootMark.tsx'
import { HeadingMark } from '../marks/HeadingMark.tsx'
import { MARGIN } from '../sheet.ts'
import { SheetSvg, type SvgHow } from '../SheetSvg.tsx'
import { TableMark } from './TableMark.tsx'
import { NOBODY_FONT, NUMBER_FONT, type TablePicture } from './tablePages.ts'

/** A page of the table of all stakeholders. */
export function TableSvg({
  frame: { title, page, palette },
  audience,
  heading,
  number,
  table,
  nobody,
  foot,
  ...how
}: Omit<TablePicture, 'kind'> & Omit<SvgHow, 'idPrefix'>) {
  return (
    <SheetSvg page={page} palette={palette} title={title} {...how}>
      <HeadingMark lines={heading} page={page} margin={MARGIN.x} palette={palette} />
      {number && (
        <text
          x={number.x}
          y={number.y}
          fontSize={NUMBER_FONT}
          fill={palette.muted}
          textAnchor={number.anchor}
        >
          {number.text}
        </text>
      )}
      {nobody ? (
        nobody.map(({ text, y }) => (
          <text
            key={y}
            x={page.width / 2}
            y={y}
            fontSize={NOBODY_FONT}
            fill={palette.muted}
            textAnchor="middle"
          >
            {text}
          </text>
        ))
      ) : (
        <TableMark table={table} palette={palette} />
      )}
      <FootMark foot={foot} audience={audience} page={page} palette={palette} />
    </SheetSvg>
  )
}
