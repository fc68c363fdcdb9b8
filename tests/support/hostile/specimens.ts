import { readFile } from 'node:fs/promises'
import { crowd, mapFile } from '../../e2e/support/mapFile.ts'
import type { Specimen } from './hostileFile.ts'

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`../../fixtures/network/${name}`, import.meta.url))

const FIXTURES: Readonly<Record<string, string>> = {
  GEXF: 'gexf-1.3.gexf',
  'GEXF with a hierarchy': 'gexf-1.1-hierarchy.gexf',
  GraphML: 'graphml-primer.graphml',
  'GraphML of yEd': 'graphml-yed.graphml',
  'JSON Canvas': 'jsonCanvas-workshop.canvas',
  'Kumu blueprint': 'kumu-blueprint.json',
  'Kumu project': 'kumu-project.json',
  'Kumu table': 'kumu-elements.csv',
  'Kumu workbook': 'kumu-workbook.xlsx',
  'Gephi table': 'gephi-edges.csv',
  'Oligrapher 1': 'oligrapher-1.json',
  'Oligrapher 3': 'oligrapher-3.json',
}

const LIST =
  'Label,Segment,Influence,Notes\nNurses’ union,active ally,high,"Calls, often"\nGuild,neutral,,'

/** One whole file of each kind that can be imported. */
export async function specimens(): Promise<readonly Specimen[]> {
  const own = mapFile('Specimen', crowd(6), [{ from: 'Group number 1', to: 'Group number 2' }])
  const text = (format: string, name: string, content: string): Specimen => ({
    format,
    name,
    content: Buffer.from(content),
    isText: true,
  })
  const others = await Promise.all(
    Object.entries(FIXTURES).map(async ([format, name]): Promise<Specimen> => ({
      format,
      name,
      content: await fixture(name),
      isText: !name.endsWith('.xlsx'),
    })),
  )
  return [
    text('Allyscope', 'map.allyscope.json', own),
    text('List with commas', 'list.csv', LIST),
    text('List with tabs', 'list.tsv', LIST.replaceAll(',', '\t')),
    ...others,
  ]
}
