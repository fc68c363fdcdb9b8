import type { MapView, ViewRelationship, ViewStakeholder } from '../../audience/view.ts'
import { dotOf, OUR_NAME, placeOf, tieLabel } from './written.ts'
import {
  STAKEHOLDER_FIELDS,
  stakeholderFields,
  TEAM_TIE_FIELDS,
  teamTieFields,
  type WrittenField,
} from './writtenFields.ts'
import type { FormatWords, NetworkFormatWriter, NetworkPlaces } from './writer.ts'
import { xmlDocument, type XmlNode } from './xmlWrite.ts'

/**
 * GraphML 1.0 (graphml.graphdrawing.org/specification.html): all that the view has as data under named
 * keys. All edges are directed, as several tools take no mixed graph; that a tie is mutual stands in its
 * data. Labels, weights, places, colours and sizes are called as Gephi calls them, in small letters; the
 * format has no place of its own for them.
 */
export const graphmlWriter: NetworkFormatWriter = {
  id: 'graphml',
  extension: '.graphml',
  mediaType: 'application/graphml+xml',
  files: (view, places, words) => [
    { name: 'network.graphml', content: xmlDocument(graphmlOf(view, places, words)) },
  ],
}

type GraphmlPart = 'graph' | 'node' | 'edge'

/** A value under a key: what the key is called, and of which type its values are. */
interface Datum {
  readonly name: string
  readonly value: string | number
}

function graphmlOf(view: MapView, places: NetworkPlaces, words: FormatWords): XmlNode {
  const ofGraph: Datum[] = [
    { name: 'Name', value: view.info.name },
    { name: 'Creator', value: OUR_NAME },
  ]
  const ofNodes = view.stakeholders.map((one) => nodeData(one, places))
  const ofEdges = view.relationships.map((tie) => edgeData(tie, words))
  return {
    name: 'graphml',
    attributes: {
      xmlns: 'http://graphml.graphdrawing.org/xmlns',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
    },
    content: [
      ...keysOf('graph', [ofGraph], ['Name', 'Creator']),
      ...keysOf('node', ofNodes, ['label', ...STAKEHOLDER_FIELDS, ...DRAWN]),
      ...keysOf('edge', ofEdges, ['Kind', 'label', 'Direction', 'weight', ...TEAM_TIE_FIELDS]),
      {
        name: 'graph',
        attributes: { id: 'network', edgedefault: 'directed' },
        content: [
          ...dataOf('graph', ofGraph),
          ...view.stakeholders.map(({ key }, index) => ({
            name: 'node',
            attributes: { id: key },
            content: dataOf('node', ofNodes[index] ?? []),
          })),
          ...view.relationships.map((tie, index) => ({
            name: 'edge',
            attributes: {
              id: tie.key,
              source: tie.from,
              target: tie.to,
            },
            content: dataOf('edge', ofEdges[index] ?? []),
          })),
        ],
      },
    ],
  }
}

/** In Gephi's words; y grows upwards. */
const DRAWN = ['x', 'y', 'size', 'r', 'g', 'b'] as const

function nodeData(stakeholder: ViewStakeholder, places: NetworkPlaces): Datum[] {
  const { diameter, rgb } = dotOf(stakeholder)
  const [r, g, b] = rgb
  const place = placeOf(stakeholder.key, places)
  return [
    { name: 'label', value: stakeholder.name },
    ...stakeholderFields(stakeholder),
    ...(place
      ? [
          { name: 'x', value: place.x },
          { name: 'y', value: 0 - place.y },
        ]
      : []),
    { name: 'size', value: diameter },
    { name: 'r', value: r },
    { name: 'g', value: g },
    { name: 'b', value: b },
  ]
}

function edgeData(tie: ViewRelationship, words: FormatWords): Datum[] {
  const label = tieLabel(tie, words)
  const labelled: WrittenField[] = label === '' ? [] : [{ name: 'label', value: label }]
  return [
    { name: 'Kind', value: tie.kind },
    ...labelled,
    { name: 'Direction', value: tie.direction },
    { name: 'weight', value: tie.strength },
    ...teamTieFields(tie),
  ]
}

/** Declares those keys that are in use. */
function keysOf(
  part: GraphmlPart,
  written: readonly (readonly Datum[])[],
  names: readonly string[],
): XmlNode[] {
  const types = new Map<string, string>()
  for (const { name, value } of written.flat()) types.set(name, typeOf(value))
  return names
    .filter((name) => types.has(name))
    .map((name) => ({
      name: 'key',
      attributes: {
        id: keyOf(part, name),
        for: part,
        'attr.name': name,
        'attr.type': types.get(name),
      },
    }))
}

const typeOf = (value: string | number): string => (typeof value === 'number' ? 'double' : 'string')

const keyOf = (part: GraphmlPart, name: string): string =>
  `${part}_${name.toLowerCase().replace(' ', '_')}`

const dataOf = (part: GraphmlPart, data: readonly Datum[]): XmlNode[] =>
  data.map(({ name, value }) => ({
    name: 'data',
    attributes: { key: keyOf(part, name) },
    content: String(value),
  }))
