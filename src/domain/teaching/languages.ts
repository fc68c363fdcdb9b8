import { foldedText } from '../folding.ts'
import { arabic } from './languages/arabic.ts'
import { chinese, japanese, korean } from './languages/eastAsian.ts'
import { english } from './languages/english.ts'
import { french } from './languages/french.ts'
import { german } from './languages/german.ts'
import { greek } from './languages/greek.ts'
import { hebrew } from './languages/hebrew.ts'
import { MADE } from './languages/made.ts'
import { portuguese } from './languages/portuguese.ts'
import { russian } from './languages/russian.ts'
import { hindi } from './languages/southAsian.ts'
import { burmese, thai } from './languages/southEastAsian.ts'
import { spanish } from './languages/spanish.ts'
import { ukrainian } from './languages/ukrainian.ts'
import type { Language } from './language.ts'

/** Of languages that share a script, the first is what it is taken for when nothing tells. */
export const LANGUAGES: readonly Language[] = [
  english,
  spanish,
  french,
  german,
  portuguese,
  russian,
  ukrainian,
  greek,
  arabic,
  hebrew,
  hindi,
  burmese,
  thai,
  japanese,
  chinese,
  korean,
  ...MADE,
]

/** Which language names are to be made up in. */
export interface Tongue {
  /** That of most of the map. */
  readonly main: Language
  /** That of a text, by its script; the map's where it has no letters, or those of a script that isn't known. */
  readonly of: (text: string) => Language
}

/** Languages that share a script are told apart by all texts together: one name is too little to go by. */
export function tongueOf(texts: readonly string[]): Tongue {
  const all = texts.join('\n')
  const isJapanese = japanese.script.test(all)
  const chosen = new Map<string, { language: Language; score: number }>()
  for (const language of LANGUAGES) {
    const script = language.script.source
    const score = language.marks ? count(language.marks, all) : 0
    const before = chosen.get(script)
    if (!before || score > before.score) chosen.set(script, { language, score })
  }
  // Names in Japanese may be of Chinese characters alone.
  if (isJapanese) chosen.set(chinese.script.source, { language: japanese, score: 0 })
  const main = mostLetters(all, chosen) ?? english
  return {
    main,
    of: (text) => (japanese.script.test(text) ? japanese : (mostLetters(text, chosen) ?? main)),
  }
}

const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0

function mostLetters(
  text: string,
  chosen: ReadonlyMap<string, { readonly language: Language }>,
): Language | null {
  let best: Language | null = null
  let most = 0
  for (const [script, { language }] of chosen) {
    const letters = count(new RegExp(script, 'gu'), text)
    if (letters > most) [best, most] = [language, letters]
  }
  return best
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu

/** A word's bare letters, without the Arabic article. */
const bare = (word: string): string => foldedText(word).letters.replace(/^ال(?=.{3})/u, '')

/** Words such as "union" and "association", which are in everybody's names. */
const GENERAL: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ forms, copy }) =>
    [copy, ...Object.values(forms).flat()]
      .flatMap((form) => form.replace(/\{\w\}/gu, ' ').match(WORDS) ?? [])
      .map(bare),
  ),
)

const LONG = 4

/** The words of these names that tell whose they are: long enough, and not in everybody's names. */
export const tellingWords = (names: readonly string[]): readonly string[] => [
  ...new Set(
    names.flatMap((name) =>
      (name.match(WORDS) ?? []).filter((word) => {
        const letters = bare(word)
        return letters.length >= LONG && !GENERAL.has(letters)
      }),
    ),
  ),
]
