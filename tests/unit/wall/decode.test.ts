import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFromWall, decodeToWall } from '../../../src/wall/decode.ts'
import { type FromWall, type ToWall, WALL_PROTOCOL } from '../../../src/wall/protocol.ts'
import { PLAIN_WALL } from '../../support/plainWall.ts'
import { arbitraryShown, arbitrarySize } from './pictures.ts'

const protocol = WALL_PROTOCOL
const toWall: fc.Arbitrary<ToWall> = fc.oneof(
  arbitraryShown.map((shown) => ({ protocol, kind: 'show' as const, shown })),
  fc.constantFrom<ToWall>({ protocol, kind: 'call' }, { protocol, kind: 'close' }),
)
const fromWall: fc.Arbitrary<FromWall> = fc.oneof(
  fc
    .tuple(arbitrarySize, fc.option(arbitraryShown))
    .map(([size, shown]) => ({ protocol, kind: 'here' as const, ...size, shown })),
  fc.constant<FromWall>({ protocol, kind: 'gone' }),
)

/** The same value with one more field in every object. */
function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, part]) => [key, withMore(part)])
  return { ...Object.fromEntries(entries), smuggled: 'Dr. Amal' }
}

/** Every way of leaving out one field. */
function* withoutOne(value: unknown): Generator {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const [i, part] of value.entries())
      for (const less of withoutOne(part)) yield value.with(i, less)
    return
  }
  for (const [key, part] of Object.entries(value)) {
    yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key))
    for (const less of withoutOne(part)) yield { ...value, [key]: less }
  }
}

const shownOf = (view: object) => ({
  protocol,
  kind: 'show',
  shown: {
    picture: {
      view,
      ...PLAIN_WALL,
    },
    dark: false,
    frozen: false,
  },
})
const info = { name: '', we: '', goal: '', alliesSide: 'left', segmentNames: Array(5).fill(null) }
const viewWith = (stakeholders: readonly object[], audience = 'public') => ({
  audience,
  info,
  stakeholders,
  relationships: [],
  sectors: [],
  resources: [],
})
const somebody = {
  key: 's1',
  name: 'Nurses’ union',
  kind: 'group',
  placement: null,
  influence: null,
  role: 'other',
  sector: null,
  targetSegment: null,
  offers: [],
  needs: [],
  tags: [],
  description: '',
  team: null,
}

describe('a message', () => {
  it('arrives as it was sent', () => {
    fc.assert(
      fc.property(toWall, fromWall, (to, from) => {
        expect(decodeToWall(structuredClone(to))).toEqual({ ok: true, value: to })
        expect(decodeFromWall(structuredClone(from))).toEqual({ ok: true, value: from })
      }),
    )
  })

  it('brings nothing that this build doesn’t know', () => {
    fc.assert(
      fc.property(toWall, fromWall, (to, from) => {
        expect(decodeToWall(withMore(to))).toEqual({ ok: true, value: to })
        expect(decodeFromWall(withMore(from))).toEqual({ ok: true, value: from })
      }),
    )
  })

  it('is refused when a field is missing, however deep', () => {
    const whole = shownOf(viewWith([somebody]))
    expect(decodeToWall(whole).ok).toBe(true)
    const broken = [...withoutOne(whole)]
    expect(broken.length).toBeGreaterThan(30)
    for (const less of broken) expect([less, decodeToWall(less).ok]).toEqual([less, false])
  })

  it('is refused when it is made for the team', () => {
    const team = { confidentiality: { level: 'public' }, notes: '', contact: '' }
    expect(decodeToWall(shownOf(viewWith([{ ...somebody, team }]))).ok).toBe(false)
    expect(decodeToWall(shownOf(viewWith([], 'team'))).ok).toBe(false)
  })

  it('is refused when it is anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(decodeToWall(value)).toEqual({ ok: false, error: expect.any(String) })
        expect(decodeFromWall(value)).toEqual({ ok: false, error: expect.any(String) })
      }),
    )
    expect(decodeToWall({ protocol, kind: 'here', width: 1, height: 1, shown: null }).ok).toBe(
      false,
    )
    expect(decodeFromWall({ protocol, kind: 'call' }).ok).toBe(false)
    expect(decodeFromWall({ protocol, kind: 'here', width: NaN, height: 1, shown: null }).ok).toBe(
      false,
    )
  })

  it('of another build is told apart from noise', () => {
    const other = { protocol: protocol + 1, kind: 'show', something: 'new' }
    expect(decodeToWall(other)).toEqual({ ok: false, error: 'another protocol' })
    expect(decodeFromWall(other)).toEqual({ ok: false, error: 'another protocol' })
    expect(decodeToWall({ kind: 'show' })).toEqual({ ok: false, error: 'not understood' })
  })
})
