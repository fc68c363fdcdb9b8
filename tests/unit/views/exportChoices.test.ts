import { describe, expect, it } from 'vitest'
import { DEFAULT_VIEW, type ViewSettings } from '../../../src/store/viewSettings.ts'
import { choicesFrom, FORMATS, SUBJECTS, toggled } from '../../../src/views/export/choices.ts'

const from = (exporting: ViewSettings['exporting'], looked: Partial<ViewSettings> = {}) =>
  choicesFrom({ ...DEFAULT_VIEW, ...looked, exporting })
const USUAL = from({})

describe('what the export dialog begins with', () => {
  it('is the view that is looked at, for the public, as a PNG', () => {
    expect(from({}, { view: 'power', audience: 'team', showTies: true })).toMatchObject({
      audience: 'public',
      subjects: ['power'],
      formats: ['png'],
      naming: 'names',
      title: null,
      footer: '',
      ties: true,
      targets: false,
    })
  })

  it('is what was chosen the last time', () => {
    const kept = {
      formats: ['pdf', 'csv'],
      title: 'Clean air',
      subtitle: '',
      footer: 'CC BY-SA',
      legend: false,
      date: false,
      sheet: 'A3',
      orientation: 'portrait',
      colours: 'high contrast',
      ground: 'dark',
      type: 'large',
      naming: 'initials',
      filtered: true,
      ties: false,
      width: 7680,
    }
    expect(from(kept, { showTies: true })).toMatchObject(kept)
  })

  it('is for the public and without targets, whatever is kept', () => {
    expect(from({ audience: 'team', targets: true })).toEqual(USUAL)
  })

  it('is the usual where what is kept makes no sense', () => {
    const bad = [null, 3, {}, [], [7], 'nothing of ours', ['nothing of ours']]
    const texts = new Set(['title', 'subtitle', 'footer'])
    for (const key of Object.keys(USUAL).filter((one) => !texts.has(one))) {
      for (const value of bad) expect(from({ [key]: value })).toEqual(USUAL)
    }
    for (const key of texts) {
      for (const value of [null, 3, {}, []]) expect(from({ [key]: value })).toEqual(USUAL)
    }
  })
})

describe('the views that were chosen', () => {
  it('come again when they were several, in our order and each once', () => {
    const kept = ['table', 'spectrum', 'nothing of ours', 'table']
    expect(from({ subjects: kept }, { view: 'network' }).subjects).toEqual(['spectrum', 'table'])
  })

  it('are the one that is looked at when it was one', () => {
    expect(from({ subjects: ['table'] }, { view: 'network' }).subjects).toEqual(['network'])
    expect(from({ subjects: ['table', '?'] }, { view: 'network' }).subjects).toEqual(['network'])
  })
})

describe('one more or one less', () => {
  it('keeps the order, and is never none', () => {
    expect(toggled(SUBJECTS, ['table'], 'spectrum', true)).toEqual(['spectrum', 'table'])
    expect(toggled(FORMATS, ['png', 'pdf'], 'png', false)).toEqual(['pdf'])
    expect(toggled(FORMATS, ['pdf'], 'pdf', false)).toEqual(['pdf'])
  })
})
