import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { confidentialWords } from '../../../src/audience/confidentialWords.ts'
import { hiddenWords, textFor, viewFor } from '../../../src/audience/gate.ts'
import { applyDiff } from '../../../src/domain/diff.ts'
import { editStakeholders } from '../../../src/domain/commands/editing.ts'
import { newMapInfo } from '../../../src/domain/doc.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { SPELLINGS } from '../../support/mentions.ts'
import { EVERYTHING } from '../../support/publicChoices.ts'
import {
  counting,
  docOf,
  HIDDEN,
  sector,
  shownAt,
  stakeholder,
  tie,
  unwrap,
} from '../../support/records.ts'

const wordsOf = (...names: readonly string[]) =>
  confidentialWords(
    newMapInfo(asId<MapId>('m'), '', ''),
    names.map((name) => ({ name, aliases: [] })),
  )
const mentions = (name: string, text: string) => wordsOf(name).mentionedIn(text) === name

describe('a hidden name is found', () => {
  it.each([
    ['Maria', 'ask MARÍA now', 'whatever the case and the accents'],
    ['Maria', 'Mariaville', 'inside a longer word'],
    ['Łukasz', 'lukasz', 'with stroked letters or without'],
    ['Straße', 'STRASSE', 'with ß or ss'],
    ['ΣΟΦΟΣ', 'ο σοφος', 'with a final sigma'],
    ['İpek', 'ipek', 'with a dotted capital'],
    ['Ana', 'Ａｎａ', 'in full width'],
    ['Office', 'oﬃce', 'with ligatures'],
    ['Rosa', 'ro\u00adsa', 'with invisible characters in it'],
    ['Ana', 'xx\u200bAna', 'next to an invisible space'],
    ['Rosa', 'Ro-sas', 'with a hyphen and an ending'],
    ['Rosa', 'R o s a', 'spaced out'],
    ['Ana', 'A. N. A.', 'as initials'],
    ['Ana', 'Ana’s', 'with an apostrophe after it'],
    ['O\u02bcBrien', 'OBrien', 'without its apostrophe'],
    ['Maria Lopez', 'marialopez', 'without spaces'],
    ['Maria Lopez', 'Maria-Lópezes', 'with hyphens and an ending'],
    ['Nurses’ union', 'the nurses   union', 'with other things between words'],
    ['أحمد', 'احمد', 'with or without hamza'],
    ['سارة', 'ساره', 'with ta marbuta or ha'],
    ['مـحـمّد', 'لمحمد', 'without tatweel and harakat, after a preposition'],
    ['النقابة', 'للنقابة', 'when its article has melted into a preposition'],
    ['Аli', 'ask Ali', 'with a Cyrillic letter that looks Latin'],
    ['Helen', 'ΗELEN', 'with a Greek one in the text'],
    ['Dr. Jane Doe', 'met Jane Doe', 'without the title'],
    ['Jane Doe (mayor)', 'met Jane Doe', 'without what stands in brackets'],
    ['Zebedee, plant engineer', 'Zebedee said so', 'without what follows a comma'],
    ['Doe, Jane', 'met Jane Doe', 'the other way round'],
    ['Zebedee Quux', 'Quux, Zebedee', 'as in a register'],
    ['The Old Mill Trust', 'an Old Mill Trust man', 'without its article'],
    ['Müller', 'Herr Mueller', 'spelt out'],
    ['Aase Soerensen', 'Åse Sørensen', 'with the letters that it was spelt out for'],
    ['Ali', 'the Alis', 'in the plural'],
    ['Ali', 'Ali2', 'with a number written on'],
    ['Unit 5', 'met Unit 5, 3 times', 'with another number after it'],
    ['Local 12', 'Local 12 2026 plan', 'with a year after it'],
    ['مريم ٣', 'مريم 3', 'with digits of either kind'],
    ['שרה', 'לשרה', 'after a Hebrew preposition'],
    ['田中', '昨日田中さん', 'in a script without spaces'],
    ['サクラ', 'さくら', 'in the other kana'],
    ['สมชาย', 'คุณสมชายมา', 'in Thai'],
    ['민수', '민수는', 'before a Korean particle'],
    ['👩🏽‍⚕️', 'the 👩🏽‍⚕️ next door', 'as the sign that it is'],
  ])('%s in “%s”: %s', (name, text) => {
    expect(mentions(name, text)).toBe(true)
  })
})

describe('a text that only looks like it is not withheld', () => {
  it.each([
    ['Ana', 'banana', 'short names are whole words'],
    ['Ana', 'an apple', 'short names aren’t put together from pieces of words'],
    ['Eva', 'e va bene', 'nor from short words'],
    ['Elsa', 'el salario', 'letters come together across a space by chance'],
    ['Omar', 'from art', 'the same in English'],
    ['มี', 'มา', 'vowel signs count where they are no accents'],
    ['School 1', 'the school 12 bus', 'another number'],
    ['👩', 'a clinic', 'another sign'],
  ])('%s in “%s”: %s', (name, text) => {
    expect(mentions(name, text)).toBe(false)
  })
})

describe('the words of a map', () => {
  const doc = docOf([
    stakeholder('open', { aliases: ['Sunny'], description: 'Sunny side' }),
    stakeholder('shown', { name: 'Shown', confidentiality: shownAt(0), description: 'Shown here' }),
    stakeholder('h', { name: 'Hidden one', aliases: ['Nightingale'], confidentiality: HIDDEN }),
  ])

  it('are the names and aliases of those who are hidden, and of nobody else', () => {
    const { mentionedIn } = hiddenWords(doc)
    expect(mentionedIn('as the nightingale says')).toBe('Nightingale')
    expect(mentionedIn('as the hidden one says')).toBe('Hidden one')
    expect(mentionedIn('Sunny open Shown')).toBeNull()
  })

  it('stay the same object while they stay the same, and change with a name, an alias or a secret', () => {
    const after = (edit: Parameters<typeof editStakeholders>[1], id = 'h') =>
      hiddenWords(applyDiff(doc, unwrap(editStakeholders([asId(id)], edit)(doc, counting()))))
    expect(after({ notes: 'x' })).toBe(hiddenWords(doc))
    expect(after({ name: 'Other' }, 'open')).toBe(hiddenWords(doc))
    expect(after({ aliases: [] }).mentionedIn('nightingale')).toBeNull()
    expect(after({ confidentiality: { level: 'public' } }).stamp).toBe(0)
    expect(after({ confidentiality: HIDDEN }, 'open').mentionedIn('sunny')).toBe('Sunny')
    // Going back finds what was there before.
    expect(hiddenWords(doc)).toBe(hiddenWords(doc))
  })

  it('withhold every text that may be shown, and spare names', () => {
    const map = docOf(
      [
        sector('s', 'Nightingale friends'),
        sector('t', 'Health'),
        stakeholder('a', {
          name: 'Friends of Nightingale',
          sector: sector('s').id,
          tags: ['night-ingale', 'river'],
          description: 'Sings with Nightingale.',
        }),
        stakeholder('b', { sector: sector('t').id, description: 'Sings.' }),
        stakeholder('h', { name: 'X1', aliases: ['Nightingale'], confidentiality: HIDDEN }),
        tie('l', 'a', 'b', { kind: 'own', label: 'nightingales' }),
      ],
      {
        name: 'NIGHTINGALE',
        we: 'We',
        goal: 'x1',
        segmentNames: ['Nightingales', null, 'Undecided', null, null],
      },
    )
    const view = viewFor(map, 'public', EVERYTHING)
    expect(view.info).toMatchObject({ name: '', we: 'We', goal: '' })
    expect(view.info.segmentNames).toEqual([null, null, 'Undecided', null, null])
    expect(view.stakeholders).toMatchObject([
      { name: 'Friends of Nightingale', sector: null, tags: ['river'], description: '' },
      { name: 'b', sector: 'Health', description: 'Sings.' },
    ])
    expect(view.relationships).toMatchObject([{ label: '' }])
    expect(view.sectors).toEqual(['Health'])
    expect(viewFor(map, 'team').info.name).toBe('NIGHTINGALE')
    expect(textFor(map, 'public', 'For nightingale')).toBe('')
    expect(textFor(map, 'public', 'For everybody')).toBe('For everybody')
    expect(textFor(map, 'team', 'For nightingale')).toBe('For nightingale')
  })

  it('are seen at once in cards that are already there', () => {
    const map = docOf([stakeholder('a', { tags: ['maria'] }), stakeholder('m', { name: 'Maria' })])
    const tagsIn = (shown: typeof map) => viewFor(shown, 'public', EVERYTHING).stakeholders[0]?.tags
    expect(tagsIn(map)).toEqual(['maria'])
    const hide = editStakeholders([asId('m')], { confidentiality: HIDDEN })
    expect(tagsIn(applyDiff(map, unwrap(hide(map, counting()))))).toEqual([])
    expect(tagsIn(map)).toEqual(['maria'])
  })
})

it('every name is found in a text, in every spelling that readers know', () => {
  const name = fc.constantFrom(
    'Nurses’ union',
    'Ayuntamiento de Río Hondo',
    'نقابة الممرضات',
    'אגודת הרופאים',
    '市民团体',
    'Zażółć gęślą jaźń',
    'Lo',
    'Dr. Ngũgĩ & Sons',
  )
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', 'é', 'س', '-', 'z', '.'),
    maxLength: 30,
  })
  fc.assert(
    fc.property(
      name,
      fc.constantFrom(...Object.values(SPELLINGS)),
      text,
      text,
      (one, spell, a, b) => {
        expect(mentions(one, `${a} ${spell(one)} ${b}`)).toBe(true)
        expect(
          wordsOf('Somebody else', one, 'And another').mentionedIn(`${a} ${spell(one)} ${b}`),
        ).toBe(one)
      },
    ),
    { numRuns: 500 },
  )
})

it('goes through a text once, however many are hidden: no edit is kept waiting', () => {
  const text = 'Person by person the union of the persons runs clinic 17 – with José. '
  /** How many steps a search takes, from letter to letter of the names. */
  const steps = (hidden: number, repeats: number) => {
    const names = Array.from({ length: hidden }, (_, n) => `Person ${n} of the union ${n * 7}`)
    const { mentionedIn } = wordsOf(...names)
    const taken = vi.spyOn(Map.prototype, 'get')
    const found = mentionedIn(text.repeat(repeats))
    const count = taken.mock.calls.length
    taken.mockRestore()
    expect(found).toBeNull()
    return count
  }
  const few = steps(10, 12)
  expect(few).toBeGreaterThan(text.replaceAll(/\W/gu, '').length * 12)
  expect(steps(1_000, 12)).toBeLessThan(few * 1.1)
  expect(steps(10, 48)).toBeLessThan(few * 4.1)
})
