import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MapSvg } from './MapSvg.tsx'
import type { PictureFrame } from './pictureFrame.ts'
import type { Scene } from './scene.ts'

export interface SvgOptions {
  /** `@font-face` rules with data: URLs, from `fontCssFor`. */
  readonly fontCss?: string
}

/**
 * A picture as SVG text: escaped, well-formed XML; the same scene and frame give the same bytes.
 * Import this module lazily: it brings React's server renderer along.
 */
export function svgMarkup(
  scene: Scene,
  frame: PictureFrame,
  { fontCss = '' }: SvgOptions = {},
): string {
  const markup = renderToStaticMarkup(createElement(MapSvg, { scene, frame, fontCss }))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`
}
