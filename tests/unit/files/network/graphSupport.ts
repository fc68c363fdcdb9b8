import type { MapView } from '../../../../src/audience/view.ts'
import { viewFor } from '../../../../src/audience/gate.ts'
import { cleanName, foldName } from '../../../../src/domain/names.ts'
import type { MapDoc, Stakeholder } from '../../../../src/domain/records.ts'
import { segmentOf } from '../../../../src/domain/spectrum.ts'
import type { NetworkPlan } from '../../../../src/files/network/plan.ts'
import type {
  FormatWords,
  NetworkFormatWriter,
  NetworkPlaces,
} from '../../../../src/files/network/writer.ts'

/** Words of no language that a reader knows, so that nothing is read back by them. */
export const words: FormatWords = {
  segments: ['Aktive', 'Passive', 'Unentschiedene', 'Skeptische', 'Gegnerische'],
  notPlaced: 'Noch nicht eingeordnet',
  ties: {
    influences: 'beeinflusst',
    trusts: 'vertraut',
    'works with': 'arbeitet mit',
    funds: 'finanziert',
    'reports to': 'berichtet an',
    opposes: 'bekämpft',
    own: '',
  },
}

/** Everybody in a row that goes down to the right. */
export const placesOf = (view: MapView): NetworkPlaces =>
  new Map(view.stakeholders.map(({ key }, index) => [key, { x: index * 100 + 0.25, y: index * 7 }]))

/** The text of the one file that a writer gives. */
export function textOf(writer: NetworkFormatWriter, view: MapView): string {
  const [file] = writer.files(view, placesOf(view), words)
  if (typeof file?.content !== 'string') throw new Error('expected one text file')
  return file.content
}

/** Unsayable in XML, whatever is done. */
const NO_CHARACTERS = /[\ufffe\uffff]/gu
const said = (text: string): string => text.replace(NO_CHARACTERS, '')
/** A bar separates words in these formats; of those that differ in case alone the first is read. */
const list = (all: readonly string[]): string[] => {
  const texts = new Map<string, string>()
  for (const word of all) {
    const text = said(word).replaceAll('|', '/').trim()
    if (text !== '' && !texts.has(foldName(text))) texts.set(foldName(text), text)
  }
  return [...texts.values()]
}

/** Whether formats can hold the names of a map at all. */
export const isSayable = (doc: MapDoc): boolean =>
  [
    ...[...doc.stakeholders.values()].flatMap(({ name, tags }) => [name, ...tags]),
    ...[...doc.sectors.values(), ...doc.resources.values()].map(({ name }) => name),
    ...[...doc.relationships.values()].map(({ label }) => label || 'nothing'),
  ].every((name) => {
    const cleaned = cleanName(said(name))
    return cleaned.ok && cleaned.value === said(name)
  })

export interface Facts {
  readonly stakeholders: readonly unknown[]
  readonly ties: readonly unknown[]
}

/** What a team's map says that a graph's formats can hold, by names. */
export function factsOf(doc: MapDoc): Facts {
  const view = viewFor(doc, 'team')
  const names = new Map(view.stakeholders.map(({ key }, index) => [key, index]))
  return {
    stakeholders: view.stakeholders.map((s) => ({
      name: said(s.name),
      kind: s.kind,
      segment: s.placement && segmentOf(s.placement.stance),
      influence: s.influence && Number(s.influence.toFixed(9)),
      role: s.role,
      sector: s.sector === null || s.sector === '' ? null : said(s.sector),
      targetSegment: s.targetSegment,
      offers: list(s.offers),
      needs: list(s.needs),
      confidentiality: rounded(s.team.confidentiality),
    })),
    ties: distinct(
      view.relationships.map((tie) => ({
        from: names.get(tie.from),
        to: names.get(tie.to),
        kind: tie.kind,
        label: tie.kind === 'own' ? said(tie.label) : '',
        direction: tie.direction,
        strength: tie.strength,
        confidentiality: tie.team.confidentiality,
      })),
    ),
  }
}

/** The same of what a plan would bring. */
export function factsOfPlan({ import: brought }: Pick<NetworkPlan, 'import'>): Facts {
  const indexes = new Map(brought.stakeholders.map(({ id }, index) => [id, index]))
  return {
    stakeholders: brought.stakeholders.map((s) => ({
      name: s.name,
      kind: s.kind,
      segment: s.placement && segmentOf(s.placement.stance),
      influence: s.influence && Number(s.influence.toFixed(9)),
      role: s.role,
      sector: s.sector,
      targetSegment: s.targetSegment,
      offers: s.offers,
      needs: s.needs,
      confidentiality: rounded(s.confidentiality),
    })),
    ties: distinct(
      brought.relationships.map(
        ({ from, to, kind, label, direction, strength, confidentiality }) => ({
          from: indexes.get(from),
          to: indexes.get(to),
          kind,
          label,
          direction,
          strength,
          confidentiality,
        }),
      ),
    ),
  }
}

const rounded = (confidentiality: Stakeholder['confidentiality']) =>
  confidentiality.level === 'confidential' && confidentiality.publicStance !== null
    ? { ...confidentiality, publicStance: Number(confidentiality.publicStance.toFixed(9)) + 0 }
    : confidentiality

/** Of ties that say the same of the same two the first is left, as the editor has it. */
function distinct<T extends { from: unknown; to: unknown; kind: string; label: string }>(
  ties: readonly T[],
): T[] {
  const seen = new Map<string, T>()
  for (const tie of ties) {
    const key = JSON.stringify([tie.from, tie.to, tie.kind, tie.label])
    if (!seen.has(key)) seen.set(key, tie)
  }
  return [...seen.values()]
}
