import { hiddenWords, viewFor } from '../../audience/gate.ts'
import { type Subject, subjectFor } from '../../audience/subject.ts'
import type { MapView } from '../../audience/view.ts'
import type { MapDoc, StakeholderId } from '../../domain/records.ts'
import type { Exposed } from '../../store/wall.ts'
import type { WallPicture } from '../../wall/protocol.ts'

/** Who is behind the keys of a picture that was made before. */
export type Pictured = ReadonlyMap<string, StakeholderId>

export const picturedBy = ({ view, idOf }: Subject): Pictured =>
  new Map(
    view.stakeholders.flatMap(({ key }) => {
      const id = idOf(key)
      return id ? [[key, id] as const] : []
    }),
  )

/** Who is on a picture that comes back from the wall: known by name, those whom the public sees first. */
export function recognised(picture: WallPicture, doc: MapDoc): Pictured {
  const publicly = subjectFor(doc, 'public')
  const byName = new Map<string, StakeholderId[]>()
  const add = (name: string, id: StakeholderId | undefined) => {
    const ids = byName.get(name) ?? []
    if (id && !ids.includes(id)) byName.set(name, [...ids, id])
  }
  for (const { key, name } of publicly.view.stakeholders) add(name, publicly.idOf(key))
  for (const { id, name } of doc.stakeholders.values()) add(name, id)
  return new Map(
    picture.view.stakeholders.flatMap(({ key, name }) => {
      const id = byName.get(name)?.shift()
      return id ? [[key, id] as const] : []
    }),
  )
}

/** Who is on a picture, and is by now not to be seen there: hidden, removed, or shown at a public stance instead. */
export function exposedOn(
  picture: WallPicture | null,
  pictured: Pictured,
  doc: MapDoc,
): readonly Exposed[] {
  if (!picture) return []
  const publicly = subjectFor(doc, 'public')
  const exposed = picture.view.stakeholders.flatMap(({ key, name, placement }): Exposed[] => {
    const id = pictured.get(key) ?? null
    const now = id && publicly.shown(id)
    if (!now) return [{ id, name }]
    const standsInPublic = publicly.recordOf(now.key)?.confidentiality.level === 'public'
    return standsInPublic || now.placement?.stance === placement?.stance ? [] : [{ id, name }]
  })
  const { mentionedIn } = hiddenWords(doc)
  const mentioned = new Set(textsOf(picture.view).flatMap((text) => mentionedIn(text) ?? []))
  for (const { name } of exposed) mentioned.delete(name)
  return [...exposed, ...Array.from(mentioned, (name) => ({ id: null, name }))]
}

/** Whether the public is now shown a text that mentions somebody who was hidden before. */
export function freesTexts(before: MapDoc, now: MapDoc): boolean {
  const were = hiddenWords(before)
  if (were.stamp === 0 || hiddenWords(now).stamp === were.stamp) return false
  const shown = new Set(textsOf(viewFor(before, 'public')))
  return textsOf(viewFor(now, 'public')).some(
    (text) => !shown.has(text) && were.mentionedIn(text) !== null,
  )
}

/** All that the team has written on a view, names aside. */
const textsOf = ({ info, sectors, resources, relationships }: MapView): readonly string[] => [
  info.name,
  info.we,
  info.goal,
  ...info.segmentNames.flatMap((name) => name ?? []),
  ...sectors,
  ...resources,
  ...relationships.map(({ label }) => label),
]
