/*
 * Kinds of characters as the bidirectional algorithm knows them (Unicode Standard Annex #9, table 4), as far as they occur
 * in a line: directions can't be embedded by characters, for those are never drawn.
 */
export type BidiClass =
  | 'L'
  | 'R'
  | 'AL'
  | 'EN'
  | 'ES'
  | 'ET'
  | 'AN'
  | 'CS'
  | 'NSM'
  | 'BN'
  | 'WS'
  | 'ON'

/** In the order in which they are asked: the first that holds is it. */
const CLASSES: readonly (readonly [BidiClass, RegExp])[] = [
  ['L', /[A-Za-z\u200e]/u],
  ['EN', /[0-9\u06f0-\u06f9²³¹\u2070\u2074-\u2079\u2080-\u2089\u2488-\u249b\uff10-\uff19]/u],
  ['CS', /[,./:\u00a0\u060c\u202f\u2044\ufe50\ufe52\ufe55\uff0c\uff0e\uff0f\uff1a]/u],
  ['ES', /[+\-\u207a\u207b\u208a\u208b\u2212\ufb29\ufe62\ufe63\uff0b\uff0d]/u],
  ['WS', /[\p{Zs}\t\n\r\f\u2028]/u],
  ['AN', /[\u0600-\u0605\u0660-\u0669\u066b\u066c\u06dd\u0890\u0891\u08e2]/u],
  ['NSM', /[\p{Mn}\p{Me}]/u],
  ['AL', /[\u061c\u060b\ufdfc]/u],
  ['R', /\u200f/u],
  ['BN', /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u],
  // Letters and Arabic signs that have no direction, and those that go with numbers.
  [
    'ON',
    /[\u02b9\u02ba\u02c2-\u02cf\u02d2-\u02df\u02e5-\u02ed\u02ef-\u02ff\u0374\u0606\u0607\u060e\u060f\u06de\u06e9\ufd3e-\ufd4f\ufdcf\ufdfd-\ufdff]/u,
  ],
  [
    'ET',
    /[#%\u00b0\u00b1\u0609\u060a\u066a\u2030-\u2034\u212e\u2213\ufe5f\ufe6a\uff03\uff05\p{Sc}]/u,
  ],
  [
    'AL',
    /(?=[\p{L}\p{P}\p{S}])[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\u061b\u061f\u0640]/u,
  ],
  [
    'R',
    /(?=[\p{L}\p{N}\p{P}\p{S}])[\p{Script=Hebrew}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u,
  ],
  ['L', /[\p{L}\p{Mc}\p{Nd}\p{Nl}\u0482\u055a-\u055f\u0589]/u],
]

const known = new Map<string, BidiClass>()

/** What a character (a whole code point) is to the algorithm. */
export function bidiClassOf(char: string): BidiClass {
  let found = known.get(char)
  if (!found) {
    found = CLASSES.find(([, pattern]) => pattern.test(char))?.[0] ?? 'ON'
    known.set(char, found)
  }
  return found
}
