import { foldedText } from '../folding.ts'
import { chanceOf } from '../gibberish.ts'
import { LIMITS } from '../limits.ts'
import type { Language } from './language.ts'

/** What is asked of a made-up name. */
export interface Wanted {
  readonly language: Language
  readonly kind: keyof Language['forms']
  /** About so many letters; null = as it comes. */
  readonly length: number | null
}

/** Makes up names, each only once. */
export type Inventor = (wanted: Wanted) => string

/** How many are tried before the nearest in length is taken. */
const TRIES = 60
const NEAR = 0.15
const FAR = 0.3
/** Of what is made up where the usual says too much. */
const USUAL_LENGTH = 20
/** So many names in a list still read as one name. */
const USUAL_LIST = 4
const LONG = 100

/**
 * The same seed makes up the same names.
 *
 * @param mentions says that a text mentions what must not come up
 */
export function createInventor(seed: string, mentions: (text: string) => boolean): Inventor {
  const taken = new Set<string>()
  let turn = 0
  const isFree = (text: string) =>
    text.length <= LIMITS.name && !taken.has(foldedText(text).letters) && !mentions(text)

  function nearest(length: number, draw: () => string): string | null {
    let best: string | null = null
    let gap = Infinity
    for (let tries = 0; tries < TRIES && gap > length * NEAR; tries++) {
      const text = draw()
      const off = Math.abs(text.length - length)
      if (off < gap && isFree(text)) [best, gap] = [text, off]
    }
    return best
  }

  function inventFor({ language, kind, length }: Wanted): string {
    const next = chanceOf(`${seed} ${turn++}`)
    const drawn = (forms: readonly string[], letters: number) =>
      filled(pick(forms, next), language, letters, next)
    if (length === null) {
      for (let tries = 0; tries < TRIES; tries++) {
        const text = drawn(language.forms[kind], 0)
        if (isFree(text)) return text
      }
    }
    const letters = length ?? USUAL_LENGTH
    let usual = nearest(letters, () => drawn(language.forms[kind], letters))
    // Nobody's own name is that long: it is what a group is called, with the wrong kind.
    if (kind === 'person' && usual !== null && usual.length < letters * (1 - FAR)) {
      usual = nearest(letters, () => drawn(language.forms.group, letters)) ?? usual
    }
    if (usual !== null && !isFarOff(usual, letters)) return usual
    // Shorter than any usual name, or all of those say too much.
    const made = nearest(letters, () => madeText(language, letters, next))
    if (usual !== null && (made === null || isFarOff(made, letters))) return usual
    if (made !== null) return made
    let number = 1
    while (!isFree(String(number))) number++
    return String(number)
  }

  return (wanted) => {
    const name = inventFor(wanted)
    taken.add(foldedText(name).letters)
    return name
  }
}

const isFarOff = (text: string, length: number): boolean =>
  Math.abs(text.length - length) > length * FAR

const NOTHING = '…'

const pick = (list: readonly string[], next: () => number): string =>
  list[next() % list.length] ?? NOTHING

/** A form with its places filled in; lists of people and causes grow until the text is about as long as wanted. */
function filled(form: string, language: Language, length: number, next: () => number): string {
  const rest = form.replace(/\{\w\}/gu, '').length
  const [last, others] = language.and
  const room = form.includes('{g}') || form.includes('{c}') ? length - rest : 0
  const used = new Set<string>()
  const other = (list: readonly string[]) => {
    let word = pick(list, next)
    for (let tries = 0; used.has(word) && tries < list.length; tries++) word = pick(list, next)
    used.add(word)
    return word
  }
  const several = (list: readonly string[]) => {
    const names = [other(list)]
    // Half of the room, where there is something else to be filled in.
    const most = form.split('{').length > 2 ? room * 0.6 : room
    const longest = length > LONG ? list.length : USUAL_LIST
    while (names.length < longest && names.join('').length < most * 0.7) {
      names.push(other(list))
    }
    const end = names.pop() ?? NOTHING
    return names.length === 0 ? end : `${names.join(others)}${last}${end}`
  }
  const text = form.replace(/\{(\w)\}/gu, (_, place: string) => {
    switch (place) {
      case 'n':
      case 'm':
        return other(language.given)
      case 'f':
      case 'h':
        return other(language.family)
      case 'p':
      case 'q':
        return other(language.places)
      case 'g':
        return several(language.people)
      case 'c':
        return several(language.causes)
      default:
        return madeWord(language, 2 + (next() % 2), next)
    }
  })
  return capital(text, language)
}

/** Scripts in which names begin with a capital. Georgian has capitals that nobody uses so. */
const WITH_CAPITALS = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}]/u

const capital = (text: string, { script }: Language): string =>
  WITH_CAPITALS.test(text.charAt(0)) && script.test(text.charAt(0))
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text

function madeWord(language: Language, syllables: number, next: () => number): string {
  let word = ''
  for (let i = 0; i < syllables; i++) word += pick(language.syllables, next)
  return capital(word, language)
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u

/** Made-up words, about as many letters. */
function madeText(language: Language, length: number, next: () => number): string {
  const words: string[] = []
  do words.push(madeWord(language, length < 6 ? 1 + (next() % 2) : 2 + (next() % 3), next))
  while (words.join(' ').length < length * 0.8)
  return words.join(UNSPACED.test(words.join('')) ? '' : ' ')
}
