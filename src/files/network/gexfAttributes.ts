import type { Fields } from './fields.ts'
import type { XmlElement } from './xmlTree.ts'

type GexfClass = 'node' | 'edge'

interface Attribute {
  readonly title: string
  readonly isList: boolean
  readonly usual: string
}

/** The attributes that a GEXF file declares, and their values. */
export class GexfAttributes {
  readonly #declared: Readonly<Record<GexfClass, ReadonlyMap<string, Attribute>>>

  constructor(graph: XmlElement) {
    this.#declared = { node: declaredFor('node', graph), edge: declaredFor('edge', graph) }
  }

  /** How many attributes nodes or edges have, whichever have more. */
  get count(): number {
    return Math.max(this.#declared.node.size, this.#declared.edge.size)
  }

  /** Adds what a node or an edge says, and what is usual where it says nothing. */
  addTo(fields: Fields, kind: GexfClass, element: XmlElement, dropped: Set<string>): void {
    const declared = this.#declared[kind]
    const values = new Map<string, string>()
    for (const value of element.child('attvalues')?.all('attvalue') ?? []) {
      // The first drafts of the format have `id` instead of `for`.
      values.set(value.get('for') || value.get('id'), value.get('value'))
      for (const name of value.tag.names()) if (!OF_A_VALUE.has(name)) dropped.add(name)
    }
    for (const [id, { title, isList, usual }] of declared) {
      const value = values.get(id) ?? usual
      fields.add(title, isList ? listIn(value) : value)
    }
    for (const [id, value] of values) if (!declared.has(id)) fields.add(id || 'attvalue', value)
  }
}

const OF_A_VALUE = new Set(['for', 'id', 'value'])

function declaredFor(kind: GexfClass, graph: XmlElement): ReadonlyMap<string, Attribute> {
  const declared = new Map<string, Attribute>()
  for (const list of graph.all('attributes')) {
    if (list.get('class') !== kind) continue
    for (const attribute of list.all('attribute')) {
      const id = attribute.get('id')
      declared.set(id, {
        title: attribute.get('title').trim() || id,
        isList: attribute.get('type').startsWith('list'),
        usual: attribute.child('default')?.text ?? '',
      })
    }
  }
  return declared
}

/** Lists stand as `a|b`, and as Gephi writes them: `[a, b]`, words in quotes where they need them. */
function listIn(value: string): string {
  const inner = /^\s*\[(.*)\]\s*$/su.exec(value)?.[1]
  if (inner === undefined) return value
  const parts = inner.match(/\s*"(?:[^"\\]|\\.)*"|[^,]+/gu) ?? []
  return parts
    .map((part) => part.trim().replace(/^"(.*)"$/su, '$1'))
    .map((part) => part.replace(/\\(.)/gu, '$1').replaceAll('|', '/'))
    .join('|')
}
