import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Gap, gapsOf } from '../../../src/analysis/gaps.ts'
import { VAGUE_WORDS_EN } from '../../../src/analysis/vagueWordsEn.ts'
import { viewFor } from '../../../src/audience/gate.ts'
import type { MapView, ViewStakeholder } from '../../../src/audience/view.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { viewOf } from '../drawing/views.ts'
import { member, networkOf, someone } from './networks.ts'

const gaps = (view: MapView) => gapsOf(view, VAGUE_WORDS_EN)
const found = <K extends Gap['kind']>(view: MapView, kind: K) =>
  gaps(view).filter((gap): gap is Extract<Gap, { kind: K }> => gap.kind === kind)

/** A map of these people whose vocabularies also have words that nobody uses. */
const mapOf = (people: readonly ViewStakeholder[]): MapView =>
  viewOf(people, {
    sectors: ['Faith', 'Health', 'Sports', 'Trade'],
    resources: ['A hall', 'Lawyers', 'Money', 'Vans'],
  })

describe('the gaps of a map', () => {
  it('are none while nobody is on it', () => {
    expect(gaps(mapOf([]))).toEqual([])
  })

  it('come in one order, name only who is on the map, and never twice', () => {
    const order: readonly Gap['kind'][] = [
      'sector without active ally',
      'need nobody meets',
      'unused offer',
      'empty segment',
      'vague name',
      'no tie',
    ]
    const seen = new Set<string>()
    fc.assert(
      fc.property(arbitraryDoc(), (doc) => {
        const view = viewFor(doc, 'team')
        const place = new Map(view.stakeholders.map(({ key }, index) => [key, index]))
        const all = gaps(view)
        const kinds = all.map(({ kind }) => order.indexOf(kind))
        expect(kinds).toEqual(kinds.toSorted((a, b) => a - b))
        expect(structuredClone(all)).toEqual(all)
        for (const gap of all) {
          seen.add(gap.kind)
          for (const [field, value] of Object.entries(gap)) {
            if (!Array.isArray(value)) continue
            const places = value.map((key) => place.get(key) ?? -1)
            expect(places).not.toContain(-1)
            expect(new Set(places).size).toBe(places.length)
            if (field !== 'couldOffer') expect(places).toEqual(places.toSorted((a, b) => a - b))
          }
        }
      }),
      { numRuns: 200 },
    )
    expect([...seen].toSorted()).toEqual(order.filter((kind) => kind !== 'vague name').toSorted())
  })

  it('are sectors without an active ally, with whom to move there', () => {
    const of = (sector: string) => ({ sector })
    const view = mapOf([
      someone('Clinic', 2, of('Health')),
      someone('Doctors’ guild', 1, of('Health')),
      someone('Insurer', 4, of('Health')),
      someone('Midwives', 1, of('Health')),
      someone('Bishop', 3, of('Faith')),
      someone('Mosque', 2, of('Faith')),
      someone('Synagogue', null, of('Faith')),
      someone('Dockers', 0, of('Trade')),
      someone('Cleaners', 2, of('Trade')),
      someone('Nobody’s', 1),
    ])
    expect(found(view, 'sector without active ally')).toEqual([
      {
        kind: 'sector without active ally',
        sector: 'Faith',
        stakeholders: ['Bishop', 'Mosque', 'Synagogue'],
        nearest: ['Mosque'],
      },
      {
        kind: 'sector without active ally',
        sector: 'Health',
        stakeholders: ['Clinic', 'Doctors’ guild', 'Insurer', 'Midwives'],
        nearest: ['Doctors’ guild', 'Midwives'],
      },
    ])
  })

  it('are no sector of a member whom nobody has placed yet; but one who stands elsewhere is no active ally', () => {
    const withMember = (segment: 1 | null) =>
      mapOf([
        someone('Clinic', 3, { sector: 'Health' }),
        { ...member('Us', segment), sector: 'Health' },
      ])
    expect(found(withMember(null), 'sector without active ally')).toEqual([])
    expect(found(withMember(1), 'sector without active ally')).toMatchObject([{ nearest: ['Us'] }])
  })

  it('are needs that nobody of us meets, with who could', () => {
    const offering = (...offers: string[]) => ({ offers })
    const view = mapOf([
      someone('School cooks', 1, { needs: ['Vans', 'Money', 'A hall', 'Lawyers'] }),
      { ...member('Union', 2), offers: ['A hall'] },
      someone('Dockers', 0, offering('Money')),
      someone('Taxi rank', null, offering('Vans')),
      someone('Courier', 2, offering('Vans')),
      someone('Mayor', 4, offering('Vans')),
      someone('City university', 1, offering('Vans', 'Vans')),
      someone('Depot', 3, { needs: ['Vans'], offers: ['Vans'] }),
      someone('Parish', 1, { needs: ['Money'] }),
    ])
    expect(found(view, 'need nobody meets')).toEqual([
      {
        kind: 'need nobody meets',
        resource: 'Lawyers',
        neededBy: ['School cooks'],
        couldOffer: [],
      },
      {
        kind: 'need nobody meets',
        resource: 'Vans',
        neededBy: ['School cooks', 'Depot'],
        couldOffer: ['City university', 'Courier', 'Taxi rank'],
      },
    ])
  })

  it('are offers that nobody needs', () => {
    const view = mapOf([
      someone('Parish', 1, { offers: ['A hall', 'Vans'] }),
      someone('Union', 0, { offers: ['A hall'], needs: ['Vans'] }),
    ])
    expect(found(view, 'unused offer')).toEqual([
      { kind: 'unused offer', resource: 'A hall', offeredBy: ['Parish', 'Union'] },
    ])
  })

  it('are segments where nobody stands, once somebody stands anywhere', () => {
    expect(found(mapOf([someone('A', null)]), 'empty segment')).toEqual([])
    const view = mapOf([someone('A', 0), someone('B', null), someone('C', 3), someone('D', 0)])
    expect(found(view, 'empty segment').map(({ segment }) => segment)).toEqual([1, 2, 4])
  })

  it('are vague names, and people without a tie', () => {
    const view = networkOf(
      [
        someone('Youth', 2),
        someone('Riverside Chronicle', 2),
        someone('The public', 2),
        someone('Dockers', 0),
      ],
      [['Dockers', 'opposes', 'Youth']],
    )
    expect(found(view, 'vague name')).toEqual([
      { kind: 'vague name', stakeholders: ['Youth', 'The public'] },
    ])
    expect(found(view, 'no tie')).toEqual([
      { kind: 'no tie', stakeholders: ['Riverside Chronicle', 'The public'] },
    ])
    const friends = networkOf(
      [someone('Dockers', 0), someone('Riverside Chronicle', 2)],
      [['Dockers', 'trusts', 'Riverside Chronicle']],
    )
    expect(found(friends, 'vague name')).toEqual([])
    expect(found(friends, 'no tie')).toEqual([])
  })
})
