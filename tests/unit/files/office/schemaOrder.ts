/**
 * The children that ECMA-376 (part 1, transitional) lets an element have, in their order, as far as we write them. An
 * element that isn't named here has none. `…` after a name: as often as wanted; parentheses: in any order.
 */
const ORDER: Readonly<Record<string, string>> = {
  Types: 'Default… Override…',
  Relationships: 'Relationship…',

  workbook: 'bookViews sheets',
  bookViews: 'workbookView…',
  sheets: 'sheet…',
  worksheet: 'sheetViews cols sheetData',
  sheetViews: 'sheetView…',
  sheetView: 'pane',
  cols: 'col…',
  sheetData: 'row…',
  row: 'c…',
  c: 'is',
  is: 't',
  styleSheet: 'fonts fills borders cellStyleXfs cellXfs cellStyles',
  fonts: 'font…',
  font: 'b sz name family',
  fills: 'fill…',
  fill: 'patternFill',
  borders: 'border…',
  border: 'left right top bottom diagonal',
  cellStyleXfs: 'xf…',
  cellXfs: 'xf…',
  xf: 'alignment',
  cellStyles: 'cellStyle…',

  'p:presentation': 'p:sldMasterIdLst p:sldIdLst p:sldSz p:notesSz p:defaultTextStyle',
  'p:sldMasterIdLst': 'p:sldMasterId…',
  'p:sldIdLst': 'p:sldId…',
  'p:defaultTextStyle': 'a:lvl1pPr',
  'p:sld': 'p:cSld p:clrMapOvr',
  'p:sldLayout': 'p:cSld p:clrMapOvr',
  'p:sldMaster': 'p:cSld p:clrMap p:sldLayoutIdLst p:txStyles',
  'p:sldLayoutIdLst': 'p:sldLayoutId…',
  'p:txStyles': 'p:titleStyle p:bodyStyle p:otherStyle',
  'p:titleStyle': 'a:lvl1pPr',
  'p:bodyStyle': 'a:lvl1pPr',
  'p:otherStyle': 'a:lvl1pPr',
  'p:clrMapOvr': 'a:masterClrMapping',
  'p:cSld': 'p:bg p:spTree',
  'p:bg': 'p:bgPr',
  'p:bgPr': 'a:solidFill a:effectLst',
  'p:spTree': 'p:nvGrpSpPr p:grpSpPr (p:sp p:cxnSp p:grpSp)',
  'p:grpSp': 'p:nvGrpSpPr p:grpSpPr (p:sp p:cxnSp p:grpSp)',
  'p:nvGrpSpPr': 'p:cNvPr p:cNvGrpSpPr p:nvPr',
  'p:grpSpPr': 'a:xfrm',
  'p:sp': 'p:nvSpPr p:spPr p:txBody',
  'p:nvSpPr': 'p:cNvPr p:cNvSpPr p:nvPr',
  'p:cNvSpPr': 'a:spLocks',
  'p:nvPr': 'p:ph',
  'p:cxnSp': 'p:nvCxnSpPr p:spPr',
  'p:nvCxnSpPr': 'p:cNvPr p:cNvCxnSpPr p:nvPr',
  'p:spPr': 'a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:ln',
  'p:txBody': 'a:bodyPr a:lstStyle a:p…',

  'a:xfrm': 'a:off a:ext a:chOff a:chExt',
  'a:custGeom': 'a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst',
  'a:prstGeom': 'a:avLst',
  'a:avLst': 'a:gd…',
  'a:pathLst': 'a:path…',
  'a:path': '(a:moveTo a:lnTo a:cubicBezTo a:close)',
  'a:moveTo': 'a:pt',
  'a:lnTo': 'a:pt',
  'a:cubicBezTo': 'a:pt…',
  'a:ln': 'a:noFill a:solidFill a:prstDash a:custDash a:round a:miter',
  'a:custDash': 'a:ds…',
  'a:solidFill': 'a:srgbClr a:schemeClr',
  'a:srgbClr': 'a:alpha',
  'a:bodyPr': 'a:noAutofit',
  'a:p': 'a:pPr a:r…',
  'a:pPr': 'a:lnSpc a:spcBef a:buNone',
  'a:lvl1pPr': 'a:buNone a:defRPr',
  'a:lnSpc': 'a:spcPts',
  'a:spcBef': 'a:spcPts',
  'a:r': 'a:rPr a:t',
  'a:rPr': 'a:solidFill a:latin a:ea a:cs',
  'a:defRPr': 'a:solidFill a:latin a:ea a:cs',

  'a:theme': 'a:themeElements a:objectDefaults a:extraClrSchemeLst',
  'a:themeElements': 'a:clrScheme a:fontScheme a:fmtScheme',
  'a:clrScheme':
    'a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink',
  'a:fontScheme': 'a:majorFont a:minorFont',
  'a:majorFont': 'a:latin a:ea a:cs',
  'a:minorFont': 'a:latin a:ea a:cs',
  'a:fmtScheme': 'a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst',
  'a:fillStyleLst': 'a:solidFill…',
  'a:bgFillStyleLst': 'a:solidFill…',
  'a:lnStyleLst': 'a:ln…',
  'a:effectStyleLst': 'a:effectStyle…',
  'a:effectStyle': 'a:effectLst',
}

/** Of these the parts of a theme's colours have one child each. */
const THEME_COLOUR = /^a:(?:dk|lt|accent)\d$|^a:(?:fol)?[hH]link$/u

const orderOf = (name: string): string =>
  ORDER[name] ?? (THEME_COLOUR.test(name) ? 'a:srgbClr' : '')

/** What stands where the schema has no place for it: Office offers to "repair" such a file. */
export function misplacedIn(xml: string): string[] {
  const found: string[] = []
  const open: { name: string; children: string[] }[] = [{ name: '', children: [] }]
  const finish = () => {
    const ended = open.pop()
    if (ended && !fits(ended.children, orderOf(ended.name))) {
      found.push(`${ended.name}: ${ended.children.join(' ')}`)
    }
  }
  // Our writer leaves no < or > in texts.
  for (const [, isEnd, name = '', isEmpty] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/gu)) {
    if (isEnd) finish()
    else {
      open.at(-1)?.children.push(name)
      open.push({ name, children: [] })
      if (isEmpty) finish()
    }
  }
  return found
}

function fits(children: readonly string[], order: string): boolean {
  const pattern = order
    .replaceAll(/\(([^)]*)\)/gu, (_, names: string) => `(?:(?:${names.replaceAll(' ', '|')}) )*`)
    .split(/ (?![^(]*\))/u)
    .map((name) => {
      if (name.startsWith('(')) return name
      return name.endsWith('…') ? `(?:${name.slice(0, -1)} )*` : `(?:${name} )?`
    })
    .join('')
  return new RegExp(`^${pattern}$`, 'u').test(children.map((name) => `${name} `).join(''))
}
