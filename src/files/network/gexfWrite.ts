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
 * GEXF 1.3 (gexf.net/1.3/gexf.xsd): all that the view has, with places, the colours of segments, and
 * sizes for influence. A tie's `kind` is its kind, its `label` the word for it.
 */
export const gexfWriter: NetworkFormatWriter = {
  id: 'gexf',
  extension: '.gexf',
  mediaType: 'application/gexf+xml',
  files: (view, places, words) => [
    { name: 'network.gexf', content: xmlDocument(gexfOf(view, places, words)) },
  ],
}

const gexfOf = (view: MapView, places: NetworkPlaces, words: FormatWords): XmlNode => ({
  name: 'gexf',
  attributes: {
    xmlns: 'http://gexf.net/1.3',
    'xmlns:viz': 'http://gexf.net/1.3/viz',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': 'http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd',
    version: '1.3',
  },
  content: [
    {
      name: 'meta',
      content: [
        { name: 'creator', content: OUR_NAME },
        { name: 'description', content: view.info.name },
      ],
    },
    {
      name: 'graph',
      attributes: { defaultedgetype: 'directed', mode: 'static' },
      content: [
        declared('node', STAKEHOLDER_FIELDS, view.stakeholders.map(stakeholderFields)),
        declared('edge', TEAM_TIE_FIELDS, view.relationships.map(teamTieFields)),
        { name: 'nodes', content: view.stakeholders.map((one) => nodeOf(one, places)) },
        { name: 'edges', content: view.relationships.map((tie) => edgeOf(tie, words)) },
      ].filter((part) => part !== null),
    },
  ],
})

/** Declares those fields that are there at all; an attribute's id is its name in one word. */
function declared(
  kind: 'node' | 'edge',
  names: readonly string[],
  written: readonly (readonly WrittenField[])[],
): XmlNode | null {
  const used = new Set(written.flatMap((fields) => fields.map(({ name }) => name)))
  if (used.size === 0) return null
  return {
    name: 'attributes',
    attributes: { class: kind },
    content: names
      .filter((name) => used.has(name))
      .map((title) => ({
        name: 'attribute',
        attributes: { id: idOf(title), title, type: 'string' },
      })),
  }
}

const idOf = (title: string): string => title.toLowerCase().replace(' ', '_')

const valuesOf = (fields: readonly WrittenField[]): XmlNode[] =>
  fields.length === 0
    ? []
    : [
        {
          name: 'attvalues',
          content: fields.map(({ name, value }) => ({
            name: 'attvalue',
            attributes: { for: idOf(name), value },
          })),
        },
      ]

function nodeOf(stakeholder: ViewStakeholder, places: NetworkPlaces): XmlNode {
  const { diameter, rgb } = dotOf(stakeholder)
  const [r, g, b] = rgb
  const place = placeOf(stakeholder.key, places)
  return {
    name: 'node',
    attributes: { id: stakeholder.key, label: stakeholder.name },
    content: [
      ...valuesOf(stakeholderFields(stakeholder)),
      { name: 'viz:size', attributes: { value: diameter } },
      // In GEXF y grows upwards.
      ...(place
        ? [{ name: 'viz:position', attributes: { x: place.x, y: 0 - place.y, z: 0 } }]
        : []),
      { name: 'viz:color', attributes: { r, g, b } },
    ],
  }
}

const edgeOf = (tie: ViewRelationship, words: FormatWords): XmlNode => ({
  name: 'edge',
  attributes: {
    id: tie.key,
    source: tie.from,
    target: tie.to,
    type: tie.direction === 'mutual' ? 'mutual' : 'directed',
    weight: tie.strength,
    kind: tie.kind,
    label: tieLabel(tie, words),
  },
  content: valuesOf(teamTieFields(tie)),
})
