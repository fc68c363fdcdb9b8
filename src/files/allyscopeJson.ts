import type { MapView, ViewRelationship, ViewStakeholder } from '../audience/view.ts'
import { LIMITS } from '../domain/limits.ts'
import type { Placement } from '../domain/records.ts'
import { fail, type Result } from '../domain/result.ts'
import { layoutFor } from '../drawing/layout.ts'
import { type AllyscopeFile, contentOf } from './allyscopeContent.ts'
import { own } from '../domain/check.ts'
import { parseJson } from './jsonText.ts'
import { type FileProblem, quoted } from './problem.ts'

const FORMAT = 'allyscope'
const FORMAT_VERSION = 1

/** Allyscope's own file, described in docs/file-format.md. */
export const allyscopeJson = {
  name: FORMAT,
  extension: '.allyscope.json',
  mediaType: 'application/json',
  write,
  parse,
} as const

/**
 * A view as a file: a full copy from a team view, a public copy from a public one, which has no field
 * that only the team may see. The same input gives the same bytes.
 * `mapId` is kept in full copies only.
 */
function write(view: MapView, { mapId }: { readonly mapId?: string } = {}): string {
  const { name, we, goal, alliesSide, segmentNames } = view.info
  const facts = { name, we, goal, alliesSide, segmentNames }
  const places = publicPlaces(view)
  const content = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    map: {
      ...(view.audience === 'team' && mapId !== undefined ? { id: mapId } : {}),
      ...facts,
      sectors: view.sectors,
      resources: view.resources,
    },
    stakeholders: view.stakeholders.map((one) => stakeholderOf(one, places.get(one.key))),
    relationships: view.relationships.map(relationshipOf),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** A public copy has the places of the public drawing; the view itself only knows segments. */
const publicPlaces = (view: MapView): ReadonlyMap<string, Placement> =>
  view.audience === 'public'
    ? new Map(layoutFor(view).cards.map(({ key, placement }) => [key, placement]))
    : new Map()

const stakeholderOf = (s: ViewStakeholder, place: Placement | null = s.placement) => ({
  id: s.key,
  name: s.name,
  kind: s.kind,
  placement: place && { stance: place.stance, depth: place.depth },
  influence: s.influence,
  targetSegment: s.targetSegment,
  role: s.role,
  sector: s.sector || null,
  offers: s.offers.filter((word) => word !== ''),
  needs: s.needs.filter((word) => word !== ''),
  tags: s.tags,
  description: s.description,
  ...(s.team && {
    aliases: s.team.aliases,
    confidentiality: s.team.confidentiality,
    networkPosition: s.team.networkPosition,
    notes: s.team.notes,
    contact: s.team.contact,
  }),
})

const relationshipOf = (r: ViewRelationship) => ({
  id: r.key,
  from: r.from,
  to: r.to,
  kind: r.kind,
  label: r.label,
  direction: r.direction,
  strength: r.strength,
  ...(r.team && { confidentiality: r.team.confidentiality, notes: r.team.notes }),
})

/** Reads a file of ours, whoever wrote it; anything wrong is refused with the place where it is wrong. */
function parse(text: string): Result<AllyscopeFile, FileProblem> {
  if (text.length > LIMITS.jsonFile) {
    return fail({ code: 'too large', value: String(text.length), limit: LIMITS.jsonFile })
  }
  const json = parseJson(text)
  if (!json.ok) return json
  const refused = refusedAtOnce(json.value)
  return refused ? fail(refused) : contentOf(json.value)
}

/** Whose file this is, and which version: to be known before looking closer. */
function refusedAtOnce(data: unknown): FileProblem | null {
  if (own(data, 'format') !== FORMAT) return { code: 'foreign' }
  const version = own(data, 'formatVersion')
  if (version === undefined) return { code: 'missing', path: 'formatVersion' }
  if (version === FORMAT_VERSION) return null
  const isNewer = typeof version === 'number' && version > FORMAT_VERSION
  return isNewer
    ? { code: 'newer version', value: quoted(version), limit: FORMAT_VERSION }
    : { code: 'wrong value', path: 'formatVersion', value: quoted(version) }
}
