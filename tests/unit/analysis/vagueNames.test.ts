import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isVague, type VagueWords, wordSet } from '../../../src/analysis/vagueNames.ts'
import { VAGUE_WORDS_EN } from '../../../src/analysis/vagueWordsEn.ts'
import { foldName } from '../../../src/domain/names.ts'

const vague = (name: string) => isVague(name, VAGUE_WORDS_EN)

describe('a vague name', () => {
  it.each([
    'the public',
    'General public',
    'YOUTH',
    'young people',
    'People',
    'The Community',
    'Everyone',
    'the media',
    'women',
    'Society',
    'civil society',
    'mothers',
    'All the young women and men',
    'Members of the general public',
    'Other stakeholders, etc.',
    '“The people”',
    'ｐｅｏｐｌｅ',
    'trade unions',
    'middle-class families',
  ])('is %s', (name) => {
    expect(vague(name)).toBe(true)
  })

  it.each([
    'Mothers who sell at the market',
    'Mothers who sell at the Saturday market',
    'Youth wing of the Green Party',
    'Young Farmers’ Club, Ridge Road',
    'Riverside Chronicle',
    'Nurses’ union',
    'People’s Bank',
    'Doctors without Borders',
    'Ward 6 residents',
    'Public Works Department',
    'Community Action Network',
    'the',
    'Local',
    'young and old',
    '?!',
    '',
  ])('is not %s', (name) => {
    expect(vague(name)).toBe(false)
  })

  it('is any run of vague words, in any case and with articles between, until one word says something', () => {
    const { articles, nouns, fillers } = VAGUE_WORDS_EN
    const word = (words: ReadonlySet<string>) => fc.constantFrom(...words)
    const around = fc.array(fc.oneof(word(articles), word(fillers)), { maxLength: 3 })
    fc.assert(
      fc.property(around, word(nouns), around, fc.boolean(), (before, noun, after, loud) => {
        const name = [...before, noun, ...after].join(' ')
        expect(vague(loud ? name.toUpperCase() : name)).toBe(true)
        expect(vague(`${name} Ridgeway`)).toBe(false)
        expect(vague(`Ridgeway ${name}`)).toBe(false)
        expect(vague([...before, ...after].join(' '))).toBe(false)
      }),
    )
  })

  it('is known in any language that has a list of its own', () => {
    const french: VagueWords = {
      articles: wordSet('l, la, le, les, un, une, des'),
      nouns: wordSet('gens, opinion publique, société, société civile'),
      fillers: wordSet('jeunes, tous'),
    }
    const arabic: VagueWords = {
      articles: wordSet(''),
      nouns: wordSet('الناس, المجتمع المدني'),
      fillers: wordSet('كل'),
    }
    for (const name of ['L’opinion publique', 'Tous les gens', 'la société civile', 'LA SOCIÉTÉ']) {
      expect(isVague(name, french)).toBe(true)
    }
    expect(isVague('Société des eaux', french)).toBe(false)
    expect(isVague('كل الناس', arabic)).toBe(true)
    expect(isVague('المجتمع المدني', arabic)).toBe(true)
    expect(isVague('نقابة الممرضات', arabic)).toBe(false)
  })
})

describe('the list of vague words', () => {
  it('can match: as names are folded, of letters, in phrases of three words at most', () => {
    for (const words of Object.values(VAGUE_WORDS_EN)) {
      expect(words.size).toBeGreaterThan(0)
      for (const word of words) {
        expect(word).toBe(foldName(word))
        expect(word).toMatch(/^\p{L}+( \p{L}+){0,2}$/u)
      }
    }
  })

  it('has each word in one role', () => {
    const { articles, nouns, fillers } = VAGUE_WORDS_EN
    expect([...nouns].filter((word) => fillers.has(word) || articles.has(word))).toEqual([])
    expect([...fillers].filter((word) => articles.has(word))).toEqual([])
  })
})
