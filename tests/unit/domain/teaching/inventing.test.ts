import { describe, expect, it } from 'vitest'
import { cleanName } from '../../../../src/domain/names.ts'
import { createInventor } from '../../../../src/domain/teaching/inventing.ts'
import { LANGUAGES, tellingWords, tongueOf } from '../../../../src/domain/teaching/languages.ts'
import { english } from '../../../../src/domain/teaching/languages/english.ts'
import { STAKEHOLDER_KINDS } from '../../../../src/domain/records.ts'

const mentionsNothing = () => false
const LETTERS = /\p{L}/gu

describe('an invented name', () => {
  const languages = LANGUAGES.map(
    (language) =>
      [language.script.source, language.given[0] ?? language.syllables[0], language] as const,
  )

  it.each(languages)('has the script asked for and is clean: %s %s', (_script, _word, language) => {
    const invent = createInventor('one', mentionsNothing)
    // Names in Japan are of Chinese characters as well.
    const isJapanese = language.script.test('の')
    for (const kind of STAKEHOLDER_KINDS) {
      for (const length of [3, 8, 14, 22, 35, 60, 120, 300]) {
        const name = invent({ language, kind, length })
        expect(cleanName(name)).toEqual({ ok: true, value: name.normalize('NFC') })
        const foreign = (name.match(LETTERS) ?? []).filter(
          (letter) =>
            !language.script.test(letter) && !(isJapanese && /\p{sc=Han}|ー/u.test(letter)),
        )
        expect([name, foreign]).toEqual([name, []])
      }
    }
  })

  it.each(languages)('is about as long as asked for: %s %s', (_script, _word, language) => {
    const invent = createInventor('one', mentionsNothing)
    const isCompact = /Han|Hiragana|Hangul/u.test(language.script.source)
    const lengths = isCompact ? [6, 9, 12, 18] : [12, 16, 20, 24, 30, 45, 70]
    for (const kind of STAKEHOLDER_KINDS.filter((one) => one !== 'person')) {
      for (const length of lengths) {
        const name = invent({ language, kind, length })
        expect([length, name, Math.abs(name.length - length) / length <= 0.3]).toEqual([
          length,
          name,
          true,
        ])
      }
    }
  })

  it('is a person’s for a person, and says what an organisation is', () => {
    const invent = createInventor('one', mentionsNothing)
    const person = invent({ language: english, kind: 'person', length: 14 })
    const [given = '', family = ''] = person.split(' ')
    expect(english.given).toContain(given)
    expect(english.family).toContain(family)
    expect(invent({ language: english, kind: 'institution', length: 24 })).toMatch(
      /Council|Library|Court|University|Office|Board|School|Department|Committee/u,
    )
  })

  it('is nobody else’s, however many there are', () => {
    const invent = createInventor('one', mentionsNothing)
    const names = Array.from({ length: 3000 }, () =>
      invent({ language: english, kind: 'person', length: 14 }),
    )
    expect(new Set(names).size).toBe(3000)
  })

  it('comes again with the same seed, and another one with another', () => {
    const named = (seed: string) => {
      const invent = createInventor(seed, mentionsNothing)
      return STAKEHOLDER_KINDS.map((kind) => invent({ language: english, kind, length: 20 }))
    }
    expect(named('one')).toEqual(named('one'))
    expect(named('two')).not.toEqual(named('one'))
  })

  it('is found even when nothing usual may come up', () => {
    const invent = createInventor('one', (text) => /\p{L}/u.test(text))
    expect(invent({ language: english, kind: 'group', length: 20 })).toBe('1')
    expect(invent({ language: english, kind: 'issue', length: null })).toBe('2')
  })
})

describe('the language of a map', () => {
  const main = (...texts: string[]) => tongueOf(texts).main.copy

  it('is told by small words and letters, of all names together', () => {
    expect(main('Nurses’ union', 'Ayuntamiento de Río Hondo', 'Friends of the river')).toBe(
      'Teaching copy: {x}',
    )
    expect(main('Asociación de vecinos', 'Sindicato de la construcción')).toBe(
      'Copia didáctica: {x}',
    )
    expect(main('Verein für Kinder', 'Verband der Pflegekräfte')).toBe('Lehrkopie: {x}')
    expect(main('Syndicat des infirmières', 'Amis de l’eau')).toBe('Copie pédagogique: {x}')
    expect(main('Associação dos moradores', 'Sindicato da saúde')).toBe('Cópia didática: {x}')
    expect(main('Спілка медсестер', 'Міська рада')).toBe('Навчальна копія: {x}')
    expect(main('Союз медсестёр', 'Городской совет')).toBe('Учебная копия: {x}')
  })

  it('is each name’s own where scripts differ, and the map’s where a name has no letters', () => {
    const tongue = tongueOf(['نقابة الممرضات', 'رابطة المعلمين', 'UNICEF', '100%'])
    expect(tongue.of('UNICEF').script.test('a')).toBe(true)
    expect(tongue.of('100%').script.test('ن')).toBe(true)
    expect(tongueOf(['東京の会', '市民団体']).of('市民団体')).toBe(tongueOf(['の']).main)
  })
})

describe('what tells whose name it is', () => {
  it('is each longer word that is not in everybody’s names', () => {
    expect(tellingWords(['Nurses’ union of Leeds', 'نقابة الممرضات', 'Association (ABC)'])).toEqual(
      ['Nurses', 'Leeds', 'الممرضات'],
    )
  })
})
