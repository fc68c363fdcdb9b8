import { hiddenWords } from '../../src/audience/gate.ts'
import { isHidden } from '../../src/domain/hidden.ts'
import type { MapDoc, SegmentNames, Stakeholder } from '../../src/domain/records.ts'

/**
 * The map as if nothing confidential had ever been written down: without its hidden stakeholders, its confidential
 * ties and the texts that mention somebody hidden. In records of its own, so that no cache can help.
 */
export function twinOf(doc: MapDoc): MapDoc {
  const { mentionedIn } = hiddenWords(doc)
  const open = (text: string) => (mentionedIn(text) === null ? text : '')
  const opened = <T extends { readonly name: string }, I>(words: ReadonlyMap<I, T>) =>
    new Map([...words].filter(([, { name }]) => open(name) === name))
  const sectors = opened(doc.sectors)
  const resources = opened(doc.resources)
  const stakeholders = new Map<Stakeholder['id'], Stakeholder>()
  for (const [id, one] of doc.stakeholders) {
    if (isHidden(one)) continue
    stakeholders.set(id, {
      ...one,
      sector: one.sector && sectors.has(one.sector) ? one.sector : null,
      offers: one.offers.filter((word) => resources.has(word)),
      needs: one.needs.filter((word) => resources.has(word)),
      tags: one.tags.filter((tag) => open(tag) === tag),
      description: open(one.description),
    })
  }
  const relationships = new Map(
    [...doc.relationships].flatMap(([id, tie]) =>
      tie.confidentiality === 'public' && stakeholders.has(tie.from) && stakeholders.has(tie.to)
        ? [[id, { ...tie, label: open(tie.label) }] as const]
        : [],
    ),
  )
  const [a, b, c, d, e] = doc.info.segmentNames.map((name) => (name && open(name)) || null)
  const segmentNames: SegmentNames = [a ?? null, b ?? null, c ?? null, d ?? null, e ?? null]
  const { name, we, goal } = doc.info
  const info = { ...doc.info, name: open(name), we: open(we), goal: open(goal), segmentNames }
  return structuredClone({ info, stakeholders, relationships, sectors, resources })
}
