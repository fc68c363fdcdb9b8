import type { ViewRelationship } from '../../audience/view.ts'
import { csvOf } from '../csvCells.ts'
import { fieldTable } from './fieldTable.ts'
import type { NetworkFormatWriter } from './writer.ts'
import { stakeholderFields, teamTieFields, type WrittenField } from './writtenFields.ts'

const NODES = ['Id', 'Label']
const EDGES = ['Id', 'Source', 'Target', 'Type', 'Weight', 'Label', 'Kind']

/** Gephi's tables of nodes and edges (https://gephi.org/users/supported-graph-formats/spreadsheet). */
export const gephiCsvWriter: NetworkFormatWriter = {
  id: 'gephi csv',
  extension: '.zip',
  mediaType: 'application/zip',
  files(view) {
    const nodes = view.stakeholders.map((one) => [
      { name: 'Id', value: one.key },
      { name: 'Label', value: one.name },
      ...stakeholderFields(one),
    ])
    return [
      { name: 'nodes.csv', content: csvOf(fieldTable(NODES, nodes)) },
      { name: 'edges.csv', content: csvOf(fieldTable(EDGES, view.relationships.map(edgeFields))) },
    ]
  },
}

/** Gephi has no mutual edges: undirected ones stand for them. */
const edgeFields = (tie: ViewRelationship): WrittenField[] => [
  { name: 'Id', value: tie.key },
  { name: 'Source', value: tie.from },
  { name: 'Target', value: tie.to },
  { name: 'Type', value: tie.direction === 'mutual' ? 'Undirected' : 'Directed' },
  { name: 'Weight', value: String(tie.strength) },
  { name: 'Label', value: tie.kind === 'own' ? tie.label : '' },
  { name: 'Kind', value: tie.kind },
  ...teamTieFields(tie),
]
