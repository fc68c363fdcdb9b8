import { element } from './element.ts'

/** Positions among the styles of cells. */
export const CELL_STYLE = { text: 1, heading: 2 } as const

/** Number format 49, `@`: what is typed into such a cell stays a text, whatever it begins with. */
const AS_TEXT = { numFmtId: 49, applyNumberFormat: 1 }
const PLAIN = { fillId: 0, borderId: 0, xfId: 0 }

/** How cells of a workbook look (ECMA-376 part 1, 18.8.39); the first of each kind is the usual one. */
export const workbookStyles = element(
  'styleSheet',
  { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
  element('fonts', { count: 2 }, font(false), font(true)),
  element(
    'fills',
    { count: 2 },
    element('fill', {}, element('patternFill', { patternType: 'none' })),
    // The second one is always this, whatever is written here.
    element('fill', {}, element('patternFill', { patternType: 'gray125' })),
  ),
  element(
    'borders',
    { count: 1 },
    element(
      'border',
      {},
      element('left'),
      element('right'),
      element('top'),
      element('bottom'),
      element('diagonal'),
    ),
  ),
  element(
    'cellStyleXfs',
    { count: 1 },
    element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 }),
  ),
  element(
    'cellXfs',
    { count: 3 },
    element('xf', { numFmtId: 0, fontId: 0, ...PLAIN }),
    element(
      'xf',
      { ...AS_TEXT, fontId: 0, ...PLAIN, applyAlignment: 1 },
      element('alignment', { vertical: 'top', wrapText: 1 }),
    ),
    element('xf', { ...AS_TEXT, fontId: 1, ...PLAIN, applyFont: 1 }),
  ),
  element(
    'cellStyles',
    { count: 1 },
    element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 }),
  ),
)

function font(isBold: boolean) {
  return element(
    'font',
    {},
    ...(isBold ? [element('b')] : []),
    element('sz', { val: 11 }),
    element('name', { val: 'Calibri' }),
    element('family', { val: 2 }),
  )
}
