import type { Placed } from '../setting/placement.ts'
import { pdfNumber as n } from './pdfFile.ts'
import type { PdfFonts, UsedGlyph } from './pdfFonts.ts'

/** A piece ready to be shown. */
type Shown = Omit<Placed, 'piece'> & UsedGlyph

/** The operators that show a placed line as text. */
export function showLine(placed: readonly Placed[], size: number, fonts: PdfFonts): string {
  const runs: Shown[][] = []
  for (const { piece, ...place } of placed) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const shown: Shown = { ...place, ...fonts.use(piece, size, before?.font) }
    if (before?.font === shown.font && before.sin === 0 && shown.sin === 0) run?.push(shown)
    else runs.push([shown])
  }
  return `BT ${runs.map((run) => showRun(run, size)).join('\n')} ET`
}

/** Glyphs of one font on one straight line. */
function showRun(run: readonly Shown[], size: number): string {
  const first = run[0]
  if (!first) return ''
  const { name, x, y, cos, sin } = first
  let pen = x
  const shown = run.map((glyph) => {
    const shift = Math.round(((pen - glyph.x) * 1000) / size)
    pen += glyph.advance - (shift * size) / 1000
    return shift === 0 ? `<${glyph.code}>` : `${shift}<${glyph.code}>`
  })
  const turn = [cos, sin, sin, -cos].map((value) => Math.round(value * 1e5) / 1e5 + 0).join(' ')
  return `/${name} ${n(size)} Tf ${turn} ${n(x)} ${n(y)} Tm [${shown.join('').replaceAll('><', '')}] TJ`
}
