import { foldName } from '../domain/names.ts'

/** A language's words that name nobody in particular; all as `foldName` leaves them, without punctuation. */
export interface VagueWords {
  /** Left out wherever they stand. */
  readonly articles: ReadonlySet<string>
  /** Vague by themselves: "people", "civil society". At most three words each. */
  readonly nouns: ReadonlySet<string>
  /** Make a vague word no more specific: "local people", "people in general". */
  readonly fillers: ReadonlySet<string>
}

/** A list of words and phrases with commas between them. */
export const wordSet = (list: string): ReadonlySet<string> =>
  new Set(list.split(',').map((word) => word.trim()))

const LONGEST_PHRASE = 3

/** What words come to: with a vague noun among them or only fillers; null when one of them says something. */
type Reading = 'vague' | 'fillers' | null

/**
 * Whether the whole of a name is vague words, with at least one that is vague by itself: "the public", "young
 * people". One word more that says something makes it specific: "mothers who sell at the market".
 * Such entries are a known mistake of the method: nobody can be asked for anything by "the public".
 */
export function isVague(name: string, vague: VagueWords): boolean {
  const words = foldName(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !vague.articles.has(word))
  /** Entry i: what the first i words come to. */
  const beginnings: Reading[] = ['fillers']
  for (let end = 1; end <= words.length; end++) {
    const readings = new Set<Reading>()
    for (let start = Math.max(0, end - LONGEST_PHRASE); start < end; start++) {
      const before = beginnings[start]
      if (before) readings.add(readOn(before, words.slice(start, end).join(' '), vague))
    }
    beginnings.push(readings.has('vague') ? 'vague' : readings.has('fillers') ? 'fillers' : null)
  }
  return beginnings.at(-1) === 'vague'
}

function readOn(
  before: NonNullable<Reading>,
  phrase: string,
  { nouns, fillers }: VagueWords,
): Reading {
  if (nouns.has(phrase)) return 'vague'
  return fillers.has(phrase) ? before : null
}
