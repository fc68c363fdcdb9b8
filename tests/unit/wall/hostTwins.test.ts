import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { isHidden } from '../../../src/domain/hidden.ts'
import type { Confidentiality, MapDoc, StakeholderId } from '../../../src/domain/records.ts'
import { layoutNetwork } from '../../../src/drawing/network/networkLayout.ts'
import { CANVAS_VIEWS, POWER_AXES } from '../../../src/store/viewSettings.ts'
import { createWall, type InTheLight, type WallState } from '../../../src/store/wall.ts'
import { publicWallOf } from '../../../src/views/wall/publicWall.ts'
import { createWallHost } from '../../../src/wall/host.ts'
import { wallPictureOf } from '../../../src/wall/picture.ts'
import { type ToWall, WALL_PROTOCOL } from '../../../src/wall/protocol.ts'
import { arbitraryDoc, arbitraryPlacement, arbitrarySegment } from '../../support/arbitraryDoc.ts'
import { docOf, HIDDEN, inSegment, stakeholder } from '../../support/records.ts'
import { twinOf } from '../../support/twin.ts'

// Many random maps take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const AT = new Date(2026, 10, 22, 12)
type Chosen = Partial<WallState> & Pick<WallState, 'isFrozen' | 'isDark'>

/** All that a console says while it is at each of these maps in turn, with these choices. */
function everythingSaid(
  maps: readonly MapDoc[],
  earlier: MapDoc,
  chosen: readonly Chosen[],
  view: (typeof CANVAS_VIEWS)[number],
  powerAxes: (typeof POWER_AXES)[number],
): string {
  const said: ToWall[] = []
  let hear: (message: unknown) => void = () => undefined
  const host = createWallHost({
    openChannel: (_, onMessage) => {
      hear = onMessage
      return { post: (message) => said.push(message), close: () => undefined }
    },
    later: () => () => undefined,
    name: { kept: () => null, keep: () => undefined },
    claim: () => Promise.resolve(true),
  })
  host.expect('w')
  const arrive = () =>
    hear({ protocol: WALL_PROTOCOL, kind: 'here', width: 1920, height: 1080, shown: null })
  arrive()
  maps.forEach((doc, i) => {
    const wall: WallState = {
      ...createWall(doc, AT).getState(),
      earlier: { doc: earlier, at: AT },
      ...chosen[i],
    }
    const { subject, view: sent, choices } = publicWallOf(doc, wall, { view, powerAxes })
    const places = layoutNetwork(subject.view, new Map())
    const picture = wallPictureOf(sent, places, choices)
    host.show({ picture, dark: wall.isDark, frozen: wall.isFrozen })
    // Now and then the wall is reloaded, and is told again.
    if (i % 2 === 1) arrive()
  })
  host.rest()
  return JSON.stringify(said)
}

const confidentiality: fc.Arbitrary<Confidentiality> = fc.constantFrom<Confidentiality>(
  { level: 'public' },
  HIDDEN,
  { level: 'confidential', publicStance: -0.4 },
)

/** The same people at another time: elsewhere, and known to others. */
const atAnotherTime = (doc: MapDoc): fc.Arbitrary<MapDoc> => {
  const everybody = [...doc.stakeholders.values()]
  return fc
    .array(
      fc.record({
        placement: fc.option(arbitraryPlacement, { freq: 4 }),
        confidentiality,
        isThere: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
      }),
      { minLength: everybody.length, maxLength: everybody.length },
    )
    .map((facts) => ({
      ...doc,
      stakeholders: new Map(
        everybody.flatMap((one, i) => {
          const { isThere = true, ...changed } = facts[i] ?? {}
          return isThere ? [[one.id, { ...one, ...changed }] as const] : []
        }),
      ),
      relationships: new Map(
        [...doc.relationships].filter(([, { from, to }]) =>
          [from, to].every((end) => facts[everybody.findIndex(({ id }) => id === end)]?.isThere),
        ),
      ),
    }))
}

const choicesFor = (ids: readonly StakeholderId[]): fc.Arbitrary<Chosen> => {
  const some: fc.Arbitrary<readonly StakeholderId[] | null> = fc.option(fc.subarray([...ids]), {
    nil: null,
  })
  const light: fc.Arbitrary<InTheLight | null> = fc.oneof(
    fc.constant(null),
    arbitrarySegment.map((segment) => ({ kind: 'segment' as const, segment })),
    ...(ids.length > 0
      ? [fc.constantFrom(...ids).map((id) => ({ kind: 'stakeholder' as const, id }))]
      : []),
  )
  return fc.record({
    drawing: fc.constantFrom('as mine' as const, ...CANVAS_VIEWS),
    isFrozen: fc.boolean(),
    isDark: fc.boolean(),
    spotlight: light,
    closeUp: some,
    compares: fc.boolean(),
    showsTargets: fc.boolean(),
    showsTies: fc.boolean(),
  })
}

describe('every message to the wall', () => {
  it('is byte for byte that of the map without anything confidential, whatever was chosen', () => {
    const seen = { hidden: 0, hiddenLit: 0, hiddenThen: 0, network: 0 }
    fc.assert(
      fc.property(
        arbitraryDoc(10, ['mixed', 'mixed', 'mixed', 'all hidden', 'none hidden']).chain((doc) =>
          fc.record({
            doc: fc.constant(doc),
            next: atAnotherTime(doc),
            earlier: atAnotherTime(doc),
            chosen: fc.array(choicesFor([...doc.stakeholders.keys()]), {
              minLength: 2,
              maxLength: 2,
            }),
            view: fc.constantFrom(...CANVAS_VIEWS),
            axes: fc.constantFrom(...POWER_AXES),
          }),
        ),
        ({ doc, next, earlier, chosen, view, axes }) => {
          const hidden = [...doc.stakeholders.values()].filter(isHidden)
          seen.hidden += hidden.length
          const light = chosen[0]?.spotlight
          if (light?.kind === 'stakeholder' && hidden.some(({ id }) => id === light.id)) {
            seen.hiddenLit++
          }
          if ([...earlier.stakeholders.values()].some(isHidden)) seen.hiddenThen++
          if (chosen.some(({ drawing }) => drawing === 'network')) seen.network++
          expect(everythingSaid([doc, next], earlier, chosen, view, axes)).toBe(
            everythingSaid([doc, next].map(twinOf), twinOf(earlier), chosen, view, axes),
          )
        },
      ),
      { numRuns: 400 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })
})

describe('what has moved', () => {
  const wallWith = (doc: MapDoc, then: MapDoc) =>
    publicWallOf(
      doc,
      { ...createWall(then, AT).getState(), compares: true },
      { view: 'spectrum', powerAxes: 'stance across' },
    )

  it('says where those stood whom the public saw, and nothing of anybody who was hidden', () => {
    const then = docOf([
      stakeholder('open', { placement: inSegment(1) }),
      stakeholder('was hidden', { placement: inSegment(3), confidentiality: HIDDEN }),
      stakeholder('waiting'),
    ])
    const now = docOf([
      stakeholder('open', { placement: inSegment(0) }),
      stakeholder('was hidden', { placement: inSegment(2) }),
      stakeholder('waiting', { placement: inSegment(2) }),
      stakeholder('newcomer', { placement: inSegment(2) }),
    ])
    expect(wallWith(now, then).choices.earlier?.segments).toEqual([
      ['s1', 1],
      ['s3', null],
    ])
  })

  it('is of the spectrum alone', () => {
    const doc = docOf([stakeholder('a', { placement: inSegment(1) })])
    const wall = { ...createWall(doc, AT).getState(), compares: true }
    const made = publicWallOf(doc, wall, { view: 'power', powerAxes: 'stance across' })
    expect(made.choices.earlier).toBeNull()
  })
})
