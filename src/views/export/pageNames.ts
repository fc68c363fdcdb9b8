import type { Colours } from '../../drawing/palettes.ts'
import type { TypeSize } from '../../drawing/sceneOnPage.ts'
import type { Sheet } from '../../drawing/sheet.ts'
import { type MessageKey, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'

const SHEET_NAMES: Readonly<Record<Sheet, MessageKey>> = {
  '16:9': 'export.sheet.16to9',
  '4:3': 'export.sheet.4to3',
  square: 'export.sheet.square',
  A4: 'export.sheet.a4',
  A3: 'export.sheet.a3',
  Letter: 'export.sheet.letter',
}

export const sheetName = (sheet: Sheet): string => t(SHEET_NAMES[sheet])

const COLOURS_NAMES: Readonly<Record<Colours, MessageKey>> = {
  colour: 'export.colours.colour',
  greyscale: 'export.colours.greyscale',
  'high contrast': 'export.colours.highContrast',
}

export const coloursName = (colours: Colours): string => t(COLOURS_NAMES[colours])

const TYPE_NAMES: Readonly<Record<TypeSize, MessageKey>> = {
  'as on the screen': 'export.type.screen',
  large: 'export.type.large',
}

export const typeName = (type: TypeSize): string => t(TYPE_NAMES[type])
