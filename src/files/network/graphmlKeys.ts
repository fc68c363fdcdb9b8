import { foldWord } from '../stakeholderColumns.ts'
import type { XmlElement } from './xmlTree.ts'

type GraphmlPart = 'graph' | 'node' | 'edge'

/** What a node, an edge or a graph says under a key. */
export interface GraphmlData {
  readonly name: string
  readonly value: string
}

interface Key {
  readonly name: string
  readonly usual: string
}

/** The keys that a GraphML file declares, and the data under them. */
export class GraphmlKeys {
  /** Whether colours and sizes stand as data of plain names, as Gephi writes them. */
  readonly isDrawn: boolean
  readonly #declared: Readonly<Record<GraphmlPart, ReadonlyMap<string, Key>>>

  constructor(root: XmlElement) {
    this.#declared = {
      graph: declaredFor('graph', root),
      node: declaredFor('node', root),
      edge: declaredFor('edge', root),
    }
    const words = new Set([...this.#declared.node.values()].map(({ name }) => foldWord(name)))
    this.isDrawn = ['r', 'g', 'b', 'size'].every((word) => words.has(word))
  }

  /** How many keys nodes or edges have, whichever have more. */
  get count(): number {
    return Math.max(this.#declared.node.size, this.#declared.edge.size)
  }

  /** What an element says, and what is usual where it says nothing; data that is no text is dropped. */
  dataOf(part: GraphmlPart, element: XmlElement, dropped: Set<string>): GraphmlData[] {
    const declared = this.#declared[part]
    const said = new Map<string, string>()
    for (const data of element.all('data')) {
      const id = data.get('key')
      const name = declared.get(id)?.name ?? id
      if (data.children.length === 0) said.set(id, data.text)
      else if (!isYed(data)) dropped.add(name)
    }
    const usual = [...declared]
      .filter(([id, key]) => key.usual !== '' && !said.has(id))
      .map(([, { name, usual: value }]) => ({ name, value }))
    const given = [...said].map(([id, value]) => ({ name: declared.get(id)?.name ?? id, value }))
    return [...given, ...usual]
  }
}

/** yEd's own elements say what is drawn; they are read elsewhere. */
const isYed = (data: XmlElement): boolean =>
  data.children.some(({ name }) => /(?:Node|Edge|Realizers|Resources)$/u.test(name))

function declaredFor(part: GraphmlPart, root: XmlElement): ReadonlyMap<string, Key> {
  const declared = new Map<string, Key>()
  for (const key of root.all('key')) {
    if (![part, 'all', ''].includes(key.get('for'))) continue
    const id = key.get('id')
    const name = key.get('attr.name').trim() || id
    declared.set(id, { name, usual: key.child('default')?.text ?? '' })
  }
  return declared
}
