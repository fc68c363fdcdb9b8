import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { foldedText } from '../../../src/domain/folding.ts'
import { addStakeholders } from '../../../src/domain/commands/stakeholders.ts'
import { lookAsPublic } from '../../../src/store/lookAsPublic.ts'
import { errorMessage, errorStack, factsOf } from '../../../src/views/crash/errorText.ts'
import { problemReport, type Surroundings } from '../../../src/views/crash/report.ts'
import { createScrubber } from '../../../src/views/crash/scrubbing.ts'
import { secretTexts } from '../../../src/views/crash/secretTexts.ts'
import type { MapListState, SaveState } from '../../../src/views/services.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { fakeServices, openMapOf } from '../../support/editor.tsx'
import { docOf, HIDDEN, resource, sector, stakeholder, tie } from '../../support/records.ts'

const NAMES = [
  'María Lopez',
  'Parents for Clean Air',
  'Łódź Trade Council',
  'Straßenbahner',
  'جمعية سكان الضفة',
  'ועד השכונה',
  '住民の会',
  'Общество соседей',
  'Πολίτες για τον αέρα',
  'नागरिक मंच',
  'O’Brien 0161 496 0000',
]

/** How texts come into an error. */
const WAYS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.normalize('NFD'),
  (name) => `Cannot read properties of undefined (reading '${name}')`,
  (name) => `Failed to execute 'put' on 'IDBObjectStore': ${name} is no key`,
  (name) => `https://example.org/${encodeURIComponent(name)}?q=${encodeURI(name)}#x`,
  (name) => JSON.stringify({ name }),
  (name) => Array.from(name, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`).join(''),
  (name) =>
    name.replace(/[^]/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (name) => Array.from(name, (sign) => `&#${sign.codePointAt(0) ?? 0};`).join(''),
  (name) => Array.from(name).join('\u200b'),
  (name) => Array.from(name).join('-'),
  (name) => Array.from(name).join('\n'),
  (name) => `${name.slice(0, 3)}", "${name.slice(3)}`,
  (name) => `render${name.replaceAll(' ', '')}Card`,
  (name) => name.slice(1, -1),
]
const hostile = fc
  .array(
    fc
      .tuple(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...WAYS),
        fc.constantFrom('', ' ', '\n', '/'),
      )
      .map(([name, way, between]) => way(name) + between),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''))

/** Every four letters of every word, however it is spelt; words of scripts without spaces whole. */
function piecesOf(names: readonly string[]): string[] {
  return names.flatMap((name) =>
    name.split(/[^\p{L}\p{M}\p{N}]+/u).flatMap((word) => {
      const { letters } = foldedText(word)
      const count = Math.max(0, letters.length - 3)
      return Array.from({ length: count }, (_, at) => letters.slice(at, at + 4))
    }),
  )
}
const PIECES = piecesOf(NAMES)
const survivors = (text: string) => {
  const { letters } = foldedText(text)
  return PIECES.filter((piece) => letters.includes(piece))
}

describe('an error’s text', () => {
  const scrubber = createScrubber('a seed', NAMES)

  it('keeps no piece of a name, whatever was made of it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(survivors(scrubber.scrubbed(text))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('nor do the message and the calls, beyond the browser’s own words', () => {
    const mapWords = createScrubber('a seed', NAMES)
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, isStack) => {
        const error = new TypeError(isStack ? 'x' : text)
        if (isStack) error.stack = text
        const facts = factsOf(error)
        const said = errorMessage(facts.message, mapWords)
        const calls = errorStack(facts, mapWords, new Set(['report.test.ts']))
        expect(survivors(said)).toEqual([])
        if (isStack) expect(survivors(calls)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('keeps what browsers say and where it happened', () => {
    const say = (text: string) => errorMessage(text, scrubber)
    expect(say("Cannot read properties of undefined (reading 'stance')")).toMatch(
      /^Cannot read properties of undefined \(reading '[a-z]{6}'\)$/,
    )
    expect(say('pie is not a function')).toBe('pie is not a function')
    expect(say('Minified React error #310; visit https://react.dev/errors/310')).toBe(
      'Minified React error #310; visit 310',
    )
    const stack = [
      'TypeError: Clean Air',
      '    at Parents (https://our.example/a/map/assets/index-X1.js:2:36233)',
      '    at async https://our.example/a/map/assets/index-X1.js:1:5',
      '    at Clean (https://elsewhere.example/Clean-Air.js:1:2)',
      'vu@https://our.example/assets/index-X1.js:8:104383',
    ].join('\n')
    const facts = { name: 'TypeError', message: 'Clean Air', stack }
    const [named, bare, elsewhere, gecko] = errorStack(
      facts,
      scrubber,
      new Set(['index-X1.js']),
    ).split('\n')
    expect(named).toMatch(/^ {4}at [A-Z][a-z]{6} \(index-X1\.js:2:36233\)$/)
    expect(bare).toBe('    at async index-X1.js:1:5')
    expect(elsewhere).toMatch(/^ {4}at [A-Z][a-z]{4} \([A-Z][a-z]{4}-[A-Z][a-z]{2}\.js:1:2\)$/)
    expect(gecko).toBe('vu@index-X1.js:8:104383')
  })

  it('hides what stands in quotes, even if no open map has it', () => {
    const said = errorMessage(
      'no row for "Bakers’ guild" in \'records\'',
      createScrubber('a seed', []),
    )
    expect(said).toMatch(/^no row for "[A-Z][a-z]{5}’ [a-z]{5}" in '[a-z]{7}'$/)
    expect(said).not.toContain('Bakers')
  })

  it('hides a single word in quotes, on several lines and in calls, too', () => {
    const nothing = createScrubber('a seed', [])
    for (const text of [
      "Cannot read properties of undefined (reading 'Zbigniew')",
      'no row for "Zbigniew"',
      'Unexpected token, "Zbigniew\nOther" is not valid JSON',
    ]) {
      expect(errorMessage(text, nothing)).not.toMatch(/Zbig|Other/)
    }
    const stack = 'Error: no row for "Zbigniew"\n    at x (https://our.example/a.js:1:2)'
    const facts = { name: 'DataError', message: 'x', stack }
    expect(errorStack(facts, nothing, new Set())).not.toContain('Zbig')
  })

  it('hides what is packed', () => {
    for (const way of ['hex', 'base64'] as const) {
      const packed = Buffer.from('Parents for Clean Air').toString(way).replaceAll('=', '')
      expect(scrubber.scrubbed(`at row ${packed}`)).not.toContain(packed.slice(0, 10))
    }
  })

  it('can be read of whatever is thrown', () => {
    expect(factsOf(null)).toMatchObject({ name: 'object', message: 'null' })
    expect(factsOf(Object.create(null))).toMatchObject({ message: '' })
    fc.assert(fc.property(fc.anything(), (thrown) => typeof factsOf(thrown).message === 'string'))
  })
})

const doc = docOf(
  [
    stakeholder('a', { name: 'María Lopez', notes: 'Knows Zbigniew', tags: ['riverfolk'] }),
    stakeholder('b', { name: 'Hidden Friend', confidentiality: HIDDEN, contact: '0161 496 0000' }),
    tie('t', 'a', 'b', { kind: 'own', label: 'cousins', notes: 'since Whitby' }),
    sector('s', 'Fishmongers'),
    resource('r', 'Minibuses'),
  ],
  { name: 'Clean Harbour', we: 'Us', goal: 'Dredging stops' },
)
const SECRET =
  /Mar[ií]a|Lopez|Zbig|Hidden|Friend|riverfolk|0161|cousins|Whitby|Fishm|Minib|Harbour|Dredg|Oldname|Half a/i
const surroundings: Surroundings = {
  scripts: ['index-X1.js'],
  browser: 'Firefox 140',
  languages: 'en, es',
  window: '1440 × 900, 1',
  storage: { isPersistent: true, used: 3_000_000, quota: 900_000_000 },
  unreadable: 2,
}
const start = () => {
  const map = openMapOf(doc, {
    adding: { team: 'Half a name', public: '' },
    drafts: { 'a notes': { text: 'Half a thought', on: '' } },
  })
  map.store.dispatch(addStakeholders(['Oldname']), { action: 'add', stakeholders: [] })
  map.store.undo()
  const services = {
    ...fakeServices({
      save: createStore<SaveState>(() => ({ status: 'not saved', code: 'quota' })),
      maps: createStore<MapListState>(() => ({ status: 'ready', maps: [] })),
    }),
  }
  const report = (error: unknown, withShape = false) =>
    problemReport({ what: 'network', error }, { map, services, surroundings, seed: 's' }, withShape)
  return { map, report }
}

describe('the problem report', () => {
  it('says what happened, where and with what, and nothing that was typed', () => {
    const { map, report } = start()
    map.store.dispatch(addStakeholders(['Oldname']), { action: 'add', stakeholders: [] })
    const text = report(new TypeError('María Lopez met Oldname, Half a thought, Fishmongers'))
    expect(text).toContain('The network could not be drawn.')
    expect(text).toMatch(/Error: TypeError: [A-Z]/)
    expect(text).toContain('Build: index-X1.js')
    expect(text).toContain('Browser: Firefox 140')
    expect(text).toContain('View: spectrum, team')
    expect(text).toContain('Counts: stakeholders 3, relationships 1, words 2, unreadable 2')
    expect(text).toContain('Last changes: add')
    expect(text).toContain('Saving: not saved (quota), writer, clear')
    expect(text).toContain('Storage: persistent, 3 MB / 900 MB')
    expect(text).not.toMatch(SECRET)
    expect(text).not.toContain('Shape')
  })

  it('has the shape of the map when asked for, with gibberish for every text', () => {
    const { report } = start()
    const error = new Error('x')
    const text = report(error, true)
    const records = text.split('Shape of the map\n')[1]?.trim().split('\n') ?? []
    expect(records).toHaveLength(6)
    expect(JSON.parse(records[1] ?? '')).toMatchObject({ type: 'stakeholder', id: '#2' })
    expect(JSON.parse(records[3] ?? '')).toMatchObject({ from: '#2', to: '#3', kind: 'own' })
    expect(text).not.toMatch(SECRET)
    expect(report(error, true)).toBe(text)
  })

  it('tells in public preview only what the public may see', () => {
    const { map, report } = start()
    map.store.dispatch(addStakeholders(['Oldname']), { action: 'add', stakeholders: [] })
    lookAsPublic(map)
    const text = report(new Error('Hidden Friend'), true)
    expect(text).toContain('Counts: stakeholders 2, relationships 0, words 0, unreadable –')
    expect(text).toContain('Last changes: –')
    expect(text).not.toContain('Shape')
    expect(text).not.toMatch(SECRET)
  })

  it('has no word of any map in its shape', () => {
    fc.assert(
      fc.property(arbitraryDoc(6), (any) => {
        const map = openMapOf(any)
        const texts = secretTexts(map, { status: 'reading' })
        const { inGibberish } = createScrubber('s', texts)
        for (const text of texts) {
          const made = foldedText(inGibberish(text)).letters
          for (const piece of piecesOf([text])) expect(made).not.toContain(piece)
        }
      }),
      { numRuns: 40 },
    )
  })
})
