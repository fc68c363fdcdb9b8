import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Picture } from './picture.ts'
import { PictureSvg } from './PictureSvg.tsx'
import type { SvgHow } from './SheetSvg.tsx'

/**
 * A picture as SVG text: escaped, well-formed XML; the same picture gives the same bytes.
 * Import this module lazily: it brings React's server renderer along.
 */
export function svgMarkup(picture: Picture, how: Pick<SvgHow, 'width' | 'fontCss'> = {}): string {
  const markup = renderToStaticMarkup(createElement(PictureSvg, { picture, ...how }))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`
}
