import { LIMITS } from './limits.ts'
import { fail, ok, type Result } from './result.ts'

export type NameFault = 'empty' | 'too long'

const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/gu
// eslint-disable-next-line no-control-regex -- control characters are what this removes
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/gu
/** Embeddings, overrides and isolates can make a name read as another one. */
export const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu
const ZERO_WIDTH = /[\u00ad\u200b\u2060\ufeff]/gu
// Joiners shape Persian, Indic scripts and emoji; after Latin letters, or doubled, they only hide.
const IDLE_JOINERS =
  /(?<!(?!\p{Script=Latin})[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]/gu
const LONE_SURROGATES = /\p{Surrogate}/gu
const INVISIBLE = /[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** Beyond this many times the cap a text isn't worth cleaning to see whether it would fit. */
const HOPELESS = 20

/**
 * A stakeholder's or map's name as it may be stored: one line, Unicode NFC, no control, zero-width or
 * direction-changing characters (joiners that a script needs stay), at most `LIMITS.name` long.
 */
export const cleanName = (text: string): Result<string, NameFault> => cleanLine(text, LIMITS.name)

/** The same for any one-line text of at most `max` UTF-16 code units: sectors, resources, tags. */
export function cleanLine(text: string, max: number): Result<string, NameFault> {
  if (text.length > max * HOPELESS) return fail('too long')
  let cleaned = text
  let before: string
  // Taking a character away can let its neighbours combine, so until nothing changes.
  do {
    before = cleaned
    cleaned = cleanedOnce(before)
  } while (cleaned !== before)
  if (cleaned.replace(INVISIBLE, '') === '') return fail('empty')
  return cleaned.length > max ? fail('too long') : ok(cleaned)
}

const cleanedOnce = (text: string): string =>
  text
    .replace(LINE_BREAKS, ' ')
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    .replace(ZERO_WIDTH, '')
    .replace(IDLE_JOINERS, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(/\s{2,}/gu, ' ')
    .trim()
    .normalize('NFC')

// eslint-disable-next-line no-control-regex -- control characters are what this removes
const CONTROLS_BUT_LAYOUT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu

/** A text of several lines (notes, description) as it may be stored: `\n` ends lines, tabs stay. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(CONTROLS_BUT_LAYOUT, '')
    .replace(LONE_SURROGATES, '\ufffd')

/**
 * What two names have in common when a reader would call them the same: case, compatibility forms
 * (full width, ligatures), spacing and invisible characters are evened out; accents count.
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    // Up and down again is Unicode's full case folding for all but a few letters (ß, final sigma).
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .trim()

/** Letters that Unicode does not take apart into a plain one and a mark. */
export const STROKED: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
}

/** A name as people type it when they look for it: as `foldName`, and accents don't count either. */
export const looseName = (name: string): string =>
  foldName(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđħıæœ]/gu, (letter) => STROKED[letter] ?? letter)

/** Order by code units: the same on every device, whatever its language. For `toSorted`. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
