import { chanceOf } from '../gibberish.ts'
import { foldName } from '../names.ts'
import type { Language } from './language.ts'
import { LANGUAGES, type Tongue } from './languages.ts'

/** What general words are for. */
export type WordKind = 'sectors' | 'resources' | 'tags' | 'ties'

interface VocabularyOptions {
  readonly seed: string
  readonly kind: WordKind
  readonly tongue: Tongue
  readonly mentions: (text: string) => boolean
  /** Makes up a word where general ones don't reach. */
  readonly make: (language: Language) => string
}

/**
 * A general word for each of these. One that is general itself is its own, in our spelling; all others are typed
 * words, which may name somebody, and get another. The same word always gets the same, and no two get one.
 */
export function generalWords(
  words: Iterable<string>,
  { seed, kind, tongue, mentions, make }: VocabularyOptions,
): (word: string) => string {
  const typed = new Map<string, string>()
  for (const word of words) if (!typed.has(foldName(word))) typed.set(foldName(word), word)
  const known = new Map<string, string>()
  const used = new Set<string>()
  const settle = (folded: string, general: string) => {
    known.set(folded, general)
    used.add(foldName(general))
  }
  for (const folded of typed.keys()) {
    const own = GENERAL[kind].get(folded)
    if (own !== undefined && !mentions(own)) settle(folded, own)
  }
  const isFree = (word: string) =>
    !used.has(foldName(word)) && !typed.has(foldName(word)) && !mentions(word)
  for (const [folded, word] of typed) {
    if (known.has(folded)) continue
    const language = tongue.of(word)
    const list = shuffled(language[kind], `${seed} ${kind}`)
    settle(folded, list.find(isFree) ?? numbered(list, isFree) ?? make(language))
  }
  return (word) => known.get(foldName(word)) ?? ''
}

/** All general words, in whatever language, by what spellings of them have in common. */
const generalIn = (kind: WordKind): ReadonlyMap<string, string> =>
  new Map(LANGUAGES.flatMap((language) => language[kind].map((word) => [foldName(word), word])))

const GENERAL: Readonly<Record<WordKind, ReadonlyMap<string, string>>> = {
  sectors: generalIn('sectors'),
  resources: generalIn('resources'),
  tags: generalIn('tags'),
  ties: generalIn('ties'),
}

const MOST_NUMBERS = 200

/** One of them once more, told apart by a number. */
function numbered(list: readonly string[], isFree: (word: string) => boolean): string | undefined {
  for (let number = 2; number < MOST_NUMBERS; number++) {
    const found = list.find((word) => isFree(`${word} ${number}`))
    if (found !== undefined) return `${found} ${number}`
  }
  return undefined
}

function shuffled(list: readonly string[], seed: string): string[] {
  const next = chanceOf(seed)
  return list
    .map((word) => ({ word, rank: next() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ word }) => word)
}
