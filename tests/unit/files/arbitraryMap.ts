import fc from 'fast-check'
import { emptyDoc } from '../../../src/domain/doc.ts'
import { cleanLine, cleanText } from '../../../src/domain/names.ts'
import {
  asId,
  DIRECTIONS,
  type MapDoc,
  type MapId,
  type Relationship,
  type RelationshipId,
  RELATIONSHIP_KINDS,
  type Resource,
  type ResourceId,
  ROLES,
  type Sector,
  type SectorId,
  type Stakeholder,
  STAKEHOLDER_KINDS,
  type StakeholderId,
} from '../../../src/domain/records.ts'

const anyString = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme-ascii' }),
)

/** Text of one line as commands store it. */
const line = anyString.map((text) => {
  const cleaned = cleanLine(text, 200)
  return cleaned.ok ? cleaned.value : ''
})
const name = line.map((text) => text || 'Somebody')
const lines = anyString.map(cleanText)
// JSON has no negative zero.
const between = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => value + 0)

const segmentName = fc.option(name)

const stakeholder = (id: string, order: number, sectors: Sector[], resources: Resource[]) => {
  const someResources: fc.Arbitrary<ResourceId[]> = fc
    .subarray(resources)
    .map((list) => list.map((resource) => resource.id))
  return fc.record<Stakeholder>({
    type: fc.constant('stakeholder'),
    id: fc.constant(asId<StakeholderId>(id)),
    order: fc.constant(order),
    name,
    aliases: fc.array(name, { maxLength: 2 }),
    kind: fc.constantFrom(...STAKEHOLDER_KINDS),
    placement: fc.option(fc.record({ stance: between(-1, 1), depth: between(0, 1) })),
    influence: fc.option(between(0, 1)),
    targetSegment: fc.option(fc.constantFrom(0, 1, 2, 3, 4)),
    role: fc.constantFrom(...ROLES),
    sector: fc.constantFrom(null, ...sectors.map((sector) => sector.id)),
    offers: someResources,
    needs: someResources,
    tags: fc.array(name, { maxLength: 4 }),
    confidentiality: fc.oneof(
      fc.record({ level: fc.constant('public' as const) }),
      fc.record({
        level: fc.constant('confidential' as const),
        publicStance: fc.option(between(-1, 1)),
      }),
    ),
    description: lines,
    networkPosition: fc.option(
      fc.record({ x: between(-900, 900), y: between(-900, 900), pinned: fc.boolean() }),
    ),
    notes: lines,
    contact: lines,
  })
}

const relationship = (id: string, ids: StakeholderId[]) =>
  fc.record<Relationship>({
    type: fc.constant('relationship'),
    id: fc.constant(asId<RelationshipId>(id)),
    from: fc.constantFrom(...ids.slice(0, -1)),
    to: fc.constantFrom(...ids.slice(-1)),
    kind: fc.constantFrom(...RELATIONSHIP_KINDS),
    label: line,
    direction: fc.constantFrom(...DIRECTIONS),
    strength: fc.constantFrom(1, 2, 3),
    confidentiality: fc.constantFrom('public', 'confidential'),
    notes: lines,
  })

/** Any map that commands could have made, with up to six stakeholders and five ties. */
export const arbitraryMap: fc.Arbitrary<MapDoc> = fc
  .record({
    name,
    we: line,
    goal: line,
    alliesSide: fc.constantFrom('left' as const, 'right' as const),
    segmentNames: fc.tuple(segmentName, segmentName, segmentName, segmentName, segmentName),
    sectors: fc.uniqueArray(name, { maxLength: 4 }),
    resources: fc.uniqueArray(name, { maxLength: 6 }),
    size: fc.nat(6),
    ties: fc.nat(5),
  })
  .chain(({ sectors: sectorNames, resources: resourceNames, size, ties, ...facts }) => {
    const sectors = sectorNames.map((word, index): Sector => ({
      type: 'sector',
      id: asId<SectorId>(`c${index}`),
      name: word,
    }))
    const resources = resourceNames.map((word, index): Resource => ({
      type: 'resource',
      id: asId<ResourceId>(`w${index}`),
      name: word,
    }))
    const ids = Array.from({ length: size }, (_, index) => asId<StakeholderId>(`k${index}`))
    return fc
      .tuple(
        fc.tuple(...ids.map((id, index) => stakeholder(id, index, sectors, resources))),
        fc.tuple(
          ...Array.from({ length: size > 1 ? ties : 0 }, (_, index) =>
            relationship(`t${index}`, ids),
          ),
        ),
      )
      .map(([stakeholders, relationships]): MapDoc => ({
        ...emptyDoc({ type: 'map', id: asId<MapId>('m1'), ...facts }),
        stakeholders: new Map(stakeholders.map((record) => [record.id, record])),
        relationships: new Map(relationships.map((record) => [record.id, record])),
        sectors: new Map(sectors.map((record) => [record.id, record])),
        resources: new Map(resources.map((record) => [record.id, record])),
      }))
  })
