import type { MapView } from '../../audience/view.ts'
import { hasGlyph } from '../../drawing/measure.ts'
import { drawable } from '../../drawing/wrap.ts'
import { formatList, language } from '../../i18n/i18n.ts'

/** Scripts of living languages for which no font is bundled, by their ISO 15924 codes. */
const SCRIPTS = [
  'Hebr',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Thai',
  'Laoo',
  'Tibt',
  'Mymr',
  'Geor',
  'Armn',
  'Ethi',
  'Khmr',
  'Mong',
  'Hira',
  'Kana',
  'Hang',
  'Hani',
  'Nkoo',
  'Adlm',
  'Syrc',
  'Thaa',
  'Cher',
  'Tfng',
].map((code) => ({ code, letter: new RegExp(`\\p{Script=${code}}`, 'u') }))

/** What files with fonts of ours in them can't show. */
export interface WithoutFont {
  /** The names of scripts, written out; empty when there are only signs and pictures. */
  readonly scripts: string
  /** How many stakeholders' names have such letters. */
  readonly names: number
}

/** The letters of names that no bundled font has; null when there are none. */
export function withoutFont({ stakeholders }: MapView): WithoutFont | null {
  const missing = stakeholders.map(({ name }) =>
    Array.from(drawable(name)).filter((char) => !hasGlyph(char)),
  )
  const names = missing.filter((letters) => letters.length > 0).length
  if (!names) return null
  const letters = new Set(missing.flat())
  const written = new Intl.DisplayNames(language, { type: 'script' })
  const scripts = SCRIPTS.filter(({ letter }) => [...letters].some((char) => letter.test(char)))
  return { scripts: formatList(scripts.map(({ code }) => written.of(code) ?? code)), names }
}
