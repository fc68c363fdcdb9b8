import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/domain/commands/command.ts'
import { placeInNetwork } from '../../../src/domain/commands/networkPlaces.ts'
import { placeByPower, placeByPowerInPublic } from '../../../src/domain/commands/powerPlaces.ts'
import { applyDiff, isEmptyDiff } from '../../../src/domain/diff.ts'
import { LIMITS } from '../../../src/domain/limits.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import {
  counting,
  docOf,
  inSegment,
  personId,
  shownAt,
  stakeholder,
  unwrap,
} from '../../support/records.ts'

const run = (doc: MapDoc, command: Command): MapDoc =>
  applyDiff(doc, unwrap(command(doc, counting())))
const who = (doc: MapDoc, id: string) => doc.stakeholders.get(personId(id))

describe('places in the network', () => {
  const doc = docOf([stakeholder('Ana'), stakeholder('Bo')])

  it('are kept to a hundredth and within bounds', () => {
    const far = { x: 1.23456, y: 1e9, pinned: true }
    expect(who(run(doc, placeInNetwork(new Map([[personId('Ana'), far]]))), 'Ana')).toMatchObject({
      networkPosition: { x: 1.23, y: LIMITS.networkPlace, pinned: true },
    })
  })

  it('change nothing when they are the same, and can be taken back', () => {
    const at = { x: 1, y: 2, pinned: false }
    const placed = run(doc, placeInNetwork(new Map([[personId('Ana'), at]])))
    const again = placeInNetwork(new Map([[personId('Ana'), at]]))(placed, counting())
    expect(isEmptyDiff(unwrap(again))).toBe(true)
    const pinned = run(
      placed,
      placeInNetwork(new Map([[personId('Ana'), { ...at, pinned: true }]])),
    )
    expect(who(pinned, 'Ana')?.networkPosition?.pinned).toBe(true)
    expect(who(run(pinned, placeInNetwork(new Map([[personId('Ana'), null]]))), 'Ana')).toEqual(
      who(doc, 'Ana'),
    )
  })

  it('are refused for somebody who is gone', () => {
    expect(placeInNetwork(new Map([[personId('x'), null]]))(doc, counting()).ok).toBe(false)
  })
})

describe('places on the power grid', () => {
  const doc = docOf([
    stakeholder('Ana', { placement: inSegment(0), influence: 0.2 }),
    stakeholder('Shy', {
      placement: inSegment(0),
      confidentiality: shownAt(0),
      influence: 0.5,
    }),
  ])
  const upThere = { placement: { stance: -3, depth: 2 }, influence: 7 }

  it('set stance and influence together, within their ranges', () => {
    expect(who(run(doc, placeByPower(new Map([[personId('Ana'), upThere]]))), 'Ana')).toMatchObject(
      {
        placement: { stance: -1, depth: 1 },
        influence: 1,
      },
    )
  })

  it('move only the public stance of who is shown at one, as the public sees it', () => {
    const place = { placement: inSegment(4), influence: 0.85 }
    const moved = run(doc, placeByPowerInPublic(new Map([[personId('Shy'), place]])))
    expect(who(moved, 'Shy')).toMatchObject({
      placement: inSegment(0),
      confidentiality: shownAt(-0.8),
      influence: 0.85,
    })
  })
})
