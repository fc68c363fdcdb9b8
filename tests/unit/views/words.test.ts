import { describe, expect, it } from 'vitest'
import { FAILURES } from './failures.ts'
import { csvErrorWords, problemWords } from '../../../src/views/import/problemWords.ts'
import { keepingFailureWords } from '../../../src/views/keepingFailureWords.ts'

describe('why a file is refused', () => {
  it('is one sentence that says where', () => {
    expect(problemWords({ code: 'empty file' })).toBe('The file is empty.')
    expect(problemWords({ code: 'truncated', line: 12 })).toBe(
      'Line 12: The file ends too early; it seems to be cut off.',
    )
    expect(problemWords({ code: 'not json', line: 2, column: 7 })).toBe(
      'Line 2, column 7: The file is not well-formed JSON.',
    )
    expect(
      problemWords({ code: 'wrong value', path: 'stakeholders[3].kind', value: 'tribe' }),
    ).toBe('At stakeholders[3].kind: “tribe” can’t stand there.'.replace('’', "'"))
    expect(problemWords({ code: 'too large', limit: 20_000_000 })).toContain('20 MB')
    expect(problemWords({ code: 'too many', limit: 10_000, path: '' })).toContain('10,000')
  })
})

it('says why a row is left out, with its line', () => {
  const said = csvErrorWords({ line: 4, column: 'Influence', code: 'wrong value', value: 'huge' })
  expect(said).toBe("Line 4: Influence can't be “huge”.")
})

it('says each reason why nothing could be kept, and what to do, in its own words', () => {
  const said = FAILURES.map(keepingFailureWords)
  expect(new Set(said).size).toBe(said.length)
  for (const sentence of said) expect(sentence).toMatch(/\.$/)
})
