import { LIGHT } from '../../drawing/palette.ts'
import type { XmlNode } from '../network/xmlWrite.ts'
import { element } from '../office/element.ts'
import { NAMESPACES } from './slide.ts'

/** The font of the drawings; whoever has not got it reads a plain one of the same kind. */
const FONT = 'Atkinson Hyperlegible Next'
/** On most computers with a presentation program, and with Arabic letters. */
const FONT_FOR_ARABIC = 'Arial'

/** Colours and fonts that a presentation offers (ECMA-376 part 1, 20.1.6.9). */
export const theme: XmlNode = element(
  'a:theme',
  { 'xmlns:a': NAMESPACES['xmlns:a'], name: 'Theme' },
  element(
    'a:themeElements',
    {},
    element(
      'a:clrScheme',
      { name: 'Colours' },
      scheme('dk1', LIGHT.ink),
      scheme('lt1', '#ffffff'),
      scheme('dk2', LIGHT.muted),
      scheme('lt2', LIGHT.paper),
      scheme('accent1', LIGHT.segments[0].strong),
      scheme('accent2', LIGHT.segments[1].strong),
      scheme('accent3', LIGHT.segments[2].strong),
      scheme('accent4', LIGHT.segments[3].strong),
      scheme('accent5', LIGHT.segments[4].strong),
      scheme('accent6', LIGHT.quietTie),
      scheme('hlink', LIGHT.segments[0].text),
      scheme('folHlink', LIGHT.segments[2].text),
    ),
    element(
      'a:fontScheme',
      { name: 'Fonts' },
      element('a:majorFont', {}, ...fonts()),
      element('a:minorFont', {}, ...fonts()),
    ),
    element(
      'a:fmtScheme',
      { name: 'Plain' },
      element('a:fillStyleLst', {}, placeholder(), placeholder(), placeholder()),
      element('a:lnStyleLst', {}, line(6_350), line(12_700), line(19_050)),
      element('a:effectStyleLst', {}, plain(), plain(), plain()),
      element('a:bgFillStyleLst', {}, placeholder(), placeholder(), placeholder()),
    ),
  ),
  element('a:objectDefaults'),
  element('a:extraClrSchemeLst'),
)

function scheme(name: string, colour: string): XmlNode {
  return element(`a:${name}`, {}, element('a:srgbClr', { val: colour.slice(1).toUpperCase() }))
}

function fonts(): readonly XmlNode[] {
  return [
    // A sans serif of variable pitch (OS/2 panose): what to take where it is missing.
    element('a:latin', {
      typeface: FONT,
      panose: '020B0604020202020204',
      pitchFamily: 34,
      charset: 0,
    }),
    element('a:ea', { typeface: '' }),
    element('a:cs', { typeface: FONT_FOR_ARABIC }),
  ]
}

function placeholder(): XmlNode {
  return element('a:solidFill', {}, element('a:schemeClr', { val: 'phClr' }))
}

function line(w: number): XmlNode {
  return element(
    'a:ln',
    { w, cap: 'flat', cmpd: 'sng', algn: 'ctr' },
    placeholder(),
    element('a:prstDash', { val: 'solid' }),
  )
}

function plain(): XmlNode {
  return element('a:effectStyle', {}, element('a:effectLst'))
}
