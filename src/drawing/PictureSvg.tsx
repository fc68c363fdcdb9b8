import { HandoutSvg } from './handouts/HandoutSvg.tsx'
import { MapSvg } from './MapSvg.tsx'
import type { Picture } from './picture.ts'
import type { SvgHow } from './SheetSvg.tsx'
import { TableSvg } from './table/TableSvg.tsx'

/** A page of any kind. */
export function PictureSvg({ picture, ...how }: SvgHow & { readonly picture: Picture }) {
  switch (picture.kind) {
    case 'map':
      return <MapSvg {...picture} {...how} />
    case 'handout':
      return <HandoutSvg {...picture} {...how} />
    case 'table':
      return <TableSvg {...picture} {...how} />
  }
}
