import { type BidiClass, bidiClassOf } from './bidiClass.ts'

/*
 * The bidirectional algorithm (Unicode Standard Annex #9, revision 50) for a line of its own: rules W1 to W7 for numbers,
 * N0 to N2 for what has no direction of its own, I1 and I2 for levels, L1 for spaces at the end. Embeddings (X1 to X8)
 * don't occur: the characters that ask for them are never drawn.
 */

interface Unit {
  readonly char: string
  /** Where it begins in the text, in UTF-16 units. */
  readonly at: number
  /** As it is by itself. */
  readonly own: BidiClass
  /** As the rules have it so far. */
  now: BidiClass
}

type Strong = 'L' | 'R'

/** How deep each UTF-16 unit of a line is embedded; what is odd runs from right to left. */
export function bidiLevels(text: string, rtl: boolean): Uint8Array {
  const base = rtl ? 1 : 0
  const levels = new Uint8Array(text.length).fill(base)
  const all = unitsOf(text)
  // Rule X9: what only controls has no part in it, and stands where the character before it does.
  const units = all.filter(({ own }) => own !== 'BN')
  resolveWeak(units, rtl ? 'R' : 'L')
  resolveBrackets(units, rtl ? 'R' : 'L')
  resolveNeutral(units, rtl ? 'R' : 'L')
  let level = base
  for (const unit of all) {
    if (unit.own !== 'BN') level = levelOf(unit.now, base)
    levels.fill(level, unit.at, unit.at + unit.char.length)
  }
  return levels.fill(base, endOf(all, text.length))
}

function unitsOf(text: string): Unit[] {
  let at = 0
  return Array.from(text, (char) => {
    const own = bidiClassOf(char)
    const unit = { char, at, own, now: own }
    at += char.length
    return unit
  })
}

/** Rules I1 and I2. */
function levelOf(now: BidiClass, base: 0 | 1): number {
  if (base === 0) return now === 'R' ? 1 : now === 'L' ? 0 : 2
  return now === 'R' ? 1 : 2
}

/** Rule L1: where the spaces at the end of the line begin. */
function endOf(units: readonly Unit[], length: number): number {
  const last = units.findLastIndex(({ own }) => own !== 'WS' && own !== 'BN')
  return units[last + 1]?.at ?? length
}

/** Rules W1 to W7, in this order: each sees what those before it made of the whole line. */
function resolveWeak(units: readonly Unit[], start: Strong): void {
  units.forEach((unit, i) => {
    // W1: marks are as what they stand on.
    if (unit.now === 'NSM') unit.now = units[i - 1]?.now ?? start
  })
  let strong: BidiClass = start
  for (const unit of units) {
    if (isStrong(unit.now)) strong = unit.now
    // W2: European digits after Arabic letters are Arabic ones.
    else if (unit.now === 'EN' && strong === 'AL') unit.now = 'AN'
  }
  // W3
  for (const unit of units) if (unit.now === 'AL') unit.now = 'R'
  units.forEach((unit, i) => {
    // W4: one separator between two numbers of a kind.
    const before = units[i - 1]?.now
    if (before !== units[i + 1]?.now) return
    if (before === 'EN' && (unit.now === 'ES' || unit.now === 'CS')) unit.now = 'EN'
    else if (before === 'AN' && unit.now === 'CS') unit.now = 'AN'
  })
  resolveTerminators(units)
  // W6
  for (const unit of units)
    if (unit.now === 'ES' || unit.now === 'ET' || unit.now === 'CS') unit.now = 'ON'
  strong = start
  for (const unit of units) {
    if (isStrong(unit.now)) strong = unit.now
    // W7: European digits after Latin letters go with them.
    else if (unit.now === 'EN' && strong === 'L') unit.now = 'L'
  }
}

/** Rule W5: signs such as % go with the number beside them. */
function resolveTerminators(units: readonly Unit[]): void {
  for (let from = 0; from < units.length; from++) {
    let to = from
    while (units[to]?.now === 'ET') to++
    if (to === from) continue
    if (units[from - 1]?.now === 'EN' || units[to]?.now === 'EN') setTo(units, from, to, 'EN')
    from = to
  }
}

/** Bidi_Paired_Bracket: the opening ones, each followed by the one that closes it. */
const PAIRS =
  '()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣'
const CLOSED_BY = new Map<string, string>()
for (let i = 0; i < PAIRS.length; i += 2) CLOSED_BY.set(PAIRS.charAt(i), PAIRS.charAt(i + 1))
const CLOSING = new Set(CLOSED_BY.values())
/** Rule BD16 gives up beyond so many that are open at once. */
const MOST_OPEN = 63
/** The two angle brackets of mathematics are those of Chinese in another writing. */
const canonical = (char: string): string => char.normalize('NFC')

function bracketPairs(units: readonly Unit[]): (readonly [number, number])[] {
  const open: { readonly closes: string; readonly at: number }[] = []
  const pairs: [number, number][] = []
  for (const [at, { char, now }] of units.entries()) {
    if (now !== 'ON') continue
    const closes = CLOSED_BY.get(char)
    if (closes !== undefined) {
      if (open.length === MOST_OPEN) return []
      open.push({ closes: canonical(closes), at })
    } else if (CLOSING.has(char)) {
      const match = open.findLastIndex((one) => one.closes === canonical(char))
      const found = open[match]
      if (!found) continue
      pairs.push([found.at, at])
      open.length = match
    }
  }
  return pairs.toSorted(([a], [b]) => a - b)
}

/** Rule N0: both brackets of a pair go the way of what they hold, if that goes the line's way, or of what is before. */
function resolveBrackets(units: readonly Unit[], embedding: Strong): void {
  for (const [from, to] of bracketPairs(units)) {
    const inside = new Set(units.slice(from + 1, to).flatMap(({ now }) => strengthOf(now) ?? []))
    if (!inside.size) continue
    const before =
      units
        .slice(0, from)
        .map(({ now }) => strengthOf(now))
        .findLast((strength) => strength !== null) ?? embedding
    const way = inside.has(embedding) ? embedding : before
    for (const at of [from, to]) setBracket(units, at, way)
  }
}

/** Marks on a bracket go with it. */
function setBracket(units: readonly Unit[], at: number, way: Strong): void {
  let end = at + 1
  while (units[end]?.own === 'NSM') end++
  setTo(units, at, end, way)
}

/** Rules N1 and N2: between two of one way they go that way, otherwise the line's. */
function resolveNeutral(units: readonly Unit[], embedding: Strong): void {
  for (let from = 0; from < units.length; from++) {
    let to = from
    while (isNeutral(units[to]?.now)) to++
    if (to === from) continue
    const before = strengthOf(units[from - 1]?.now) ?? embedding
    const after = strengthOf(units[to]?.now) ?? embedding
    setTo(units, from, to, before === after ? before : embedding)
    from = to
  }
}

const isStrong = (now: BidiClass): boolean => now === 'L' || now === 'R' || now === 'AL'
const isNeutral = (now: BidiClass | undefined): boolean => now === 'WS' || now === 'ON'

/** Numbers count as written from right to left here. */
function strengthOf(now: BidiClass | undefined): Strong | null {
  if (now === 'L') return 'L'
  return now === 'R' || now === 'EN' || now === 'AN' ? 'R' : null
}

function setTo(units: readonly Unit[], from: number, to: number, now: BidiClass): void {
  for (const unit of units.slice(from, to)) unit.now = now
}
