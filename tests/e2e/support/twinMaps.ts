import type { Entry, Tie } from './mapFile.ts'

/** What a pair of twins is about; each seed gives other people, ties and words. */
export const TWIN_KINDS = [
  'mixed',
  'right to left',
  'combining marks',
  'short names',
  'sole bridges',
  'all confidential',
  'none confidential',
  'texts that mention',
] as const
export type TwinKind = (typeof TWIN_KINDS)[number]

export interface Twins {
  /** With everything confidential in it. */
  readonly full: string
  /** As if nothing confidential had ever been in it. */
  readonly twin: string
  /** How many the public sees. */
  readonly visible: number
  /** Names that the public must not see. */
  readonly hiddenNames: readonly string[]
}

/** A small generator whose numbers depend on the seed alone (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const NAMES: Readonly<Record<'plain' | 'rtl' | 'marks' | 'short', readonly string[]>> = {
  plain: [
    'Nurses’ union',
    'Harbour pilots',
    'Mothers at the market',
    'Radio Alba',
    '<b>Clinic</b>',
  ],
  rtl: ['نقابة الممرضات', 'جمعية الضفة', 'אגודת הרופאים', 'ועד הבית', 'مجلس المدينة'],
  marks: ['Zażółć jaźń', 'Río Hondo', 'N\u0303and\u00fa', 'Đặng Hương', 'A\u0308rzte\u0301'],
  short: ['Bo', 'Ny', 'A', '市', 'Xi'],
}
const SECTORS = ['Health', 'Faith', 'المياه']
const WORDS = ['A hall', 'Vans', 'Money']
const KINDS = ['trusts', 'influences', 'funds', 'opposes', 'works with']

type Person = Entry & { readonly aliases?: readonly string[] }

interface Cast {
  readonly person: Person
  readonly isHidden: boolean
}

const scriptOf = (kind: TwinKind): keyof typeof NAMES =>
  kind === 'right to left'
    ? 'rtl'
    : kind === 'combining marks'
      ? 'marks'
      : kind === 'short names'
        ? 'short'
        : 'plain'

const HIDING_SHARE: Readonly<Partial<Record<TwinKind, number>>> = {
  'all confidential': 1,
  'none confidential': 0,
}

/** A map and its twin, the same for the same seed and kind. */
export function twinMaps(seed: number, kind: TwinKind): Twins {
  const random = numbers(seed)
  const below = (count: number) => Math.floor(random() * count)
  const one = <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
    const chosen = list[below(list.length)]
    if (chosen === undefined) throw new Error('there is nothing to choose from')
    return chosen
  }
  const mostly = (share: number) => random() < share
  const hiding = HIDING_SHARE[kind] ?? 0.4
  const size = 6 + below(6)

  const people: Cast[] = Array.from({ length: size }, (_, index) => {
    const isHidden = index === 0 ? hiding > 0 : index === 1 ? hiding === 1 : mostly(hiding)
    const isShown = !isHidden && hiding > 0 && mostly(0.25)
    // Short names stay short; the others are told apart by a number.
    const own = kind === 'short names' && index < 5 ? (NAMES.short[index] ?? 'Q') : ''
    return {
      isHidden,
      person: {
        name: own || `${one(NAMES[mostly(0.8) ? scriptOf(kind) : 'plain'])} ${index + 1}`,
        ...(isHidden ? { aliases: [`Alias ${seed % 97}-${index}`] } : {}),
        ...(mostly(0.85)
          ? { placement: { stance: random() * 2 - 1, depth: random() } }
          : { placement: null }),
        ...(mostly(0.7) ? { influence: random() } : {}),
        ...(mostly(0.4) ? { targetSegment: below(5) } : {}),
        ...(mostly(0.4) ? { role: one(['member', 'prospect', 'target']) } : {}),
        ...(mostly(0.5) ? { sector: isHidden ? 'Hushed sector' : one(SECTORS) } : {}),
        offers: mostly(0.3) ? [isHidden ? 'Hushed offer' : one(WORDS)] : [],
        needs: mostly(0.3) ? [isHidden ? 'Hushed need' : one(WORDS)] : [],
        tags: mostly(0.3) ? ['river'] : [],
        description: mostly(0.3) ? 'Founded in 1998.' : '',
        notes: 'Kept within the team',
        contact: 'By letter',
        confidentiality: isHidden
          ? { level: 'confidential', publicStance: null }
          : isShown
            ? { level: 'confidential', publicStance: random() * 2 - 1 }
            : { level: 'public' },
      },
    }
  })

  const ties: Tie[] = []
  const connect = (from: number, to: number, isConfidential: boolean) => {
    const [a, b] = [people[from], people[to]]
    if (!a || !b || from === to) return
    ties.push({
      from: a.person.name,
      to: b.person.name,
      kind: one(KINDS),
      direction: mostly(0.5) ? 'mutual' : 'one way',
      strength: one([1, 2, 3] as const),
      notes: 'Kept within the team',
      confidentiality: isConfidential ? 'confidential' : 'public',
    })
  }
  // Everybody hangs together by the hidden first one alone.
  if (kind === 'sole bridges') for (let i = 1; i < size; i += 1) connect(0, i, false)
  else {
    for (let i = 0; i < size; i += 1) connect(below(size), below(size), hiding > 0 && mostly(0.3))
  }

  const hiddenNames = people.flatMap(({ person, isHidden }) => (isHidden ? [person.name] : []))
  const mentioned = kind === 'texts that mention' ? (hiddenNames[0] ?? '') : ''
  const segments = (word: string | null) => [word, null, 'Undecided', null, null]
  const facts = { alliesSide: mostly(0.5) ? 'left' : 'right', name: `Twin ${seed}` } as const
  const open = people.flatMap(({ person, isHidden }) => (isHidden ? [] : [person]))
  const openNames = new Set(open.map(({ name }) => name))
  return {
    full: fileOf(
      {
        ...facts,
        we: mentioned ? `Friends of ${mentioned.toUpperCase()}` : 'We',
        goal: mentioned ? `With ${spelt(mentioned)} by May` : 'By May',
        segmentNames: segments(mentioned ? `Like ${mentioned}` : 'With us'),
      },
      people.map(({ person }) => person),
      ties,
      random,
    ),
    twin: fileOf(
      {
        ...facts,
        we: mentioned ? '' : 'We',
        goal: mentioned ? '' : 'By May',
        segmentNames: segments(mentioned ? null : 'With us'),
      },
      open.map((person) => asThePublicKnows(person, random)),
      ties.filter(
        ({ from, to, confidentiality }) =>
          confidentiality === 'public' && openNames.has(from) && openNames.has(to),
      ),
      random,
    ),
    visible: open.length,
    hiddenNames,
  }
}

/** The same name in other signs: wide letters, and other spaces and hyphens. */
const spelt = (name: string): string =>
  name
    .replaceAll(/[a-z]/gi, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
    .replaceAll(' ', '\u00a0')

/** Somebody at a public stance is simply there; of the others the team's own facts are gone. */
function asThePublicKnows(person: Person, random: () => number): Person {
  const { confidentiality, notes: _notes, contact: _contact, ...rest } = person
  if (confidentiality?.level !== 'confidential' || confidentiality.publicStance === null)
    return { ...rest, confidentiality: { level: 'public' } }
  const { targetSegment: _target, ...facts } = rest
  return {
    ...facts,
    placement: { stance: confidentiality.publicStance, depth: random() },
    confidentiality: { level: 'public' },
  }
}

/** A full copy, with ids that say nothing and differ from file to file. */
function fileOf(
  map: Readonly<Record<string, unknown>>,
  people: readonly Person[],
  ties: readonly Tie[],
  random: () => number,
): string {
  const newId = () => Math.floor(random() * 2 ** 52).toString(36)
  const ids = new Map(people.map(({ name }) => [name, newId()]))
  return JSON.stringify({
    format: 'allyscope',
    formatVersion: 1,
    map,
    stakeholders: people.map((person) => ({ id: ids.get(person.name), ...person })),
    relationships: ties.map(({ from, to, ...said }) => ({
      id: newId(),
      from: ids.get(from),
      to: ids.get(to),
      ...said,
    })),
  })
}
