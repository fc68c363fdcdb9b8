import type { MapView, ViewRelationship } from '../../audience/view.ts'
import { foldName } from '../../domain/names.ts'
import { csvOf } from '../csvCells.ts'
import { fieldTable } from './fieldTable.ts'
import { kindOfWord } from './tieWords.ts'
import type { NetworkFormatWriter } from './writer.ts'
import { stakeholderFields, teamTieFields, type WrittenField } from './writtenFields.ts'
import { workbookOf } from '../office/workbook.ts'

/**
 * Kumu's two tables (https://docs.kumu.io/guides/import/import). Elements have ids only when two have the
 * same name, since connections must go by ids then; connections always, or Kumu would make one of two ties
 * between the same two.
 */
function tablesOf(view: MapView) {
  const endOf = endsIn(view)
  const elements = view.stakeholders.map((one) => [
    ...(endOf ? [] : [field('ID', one.key)]),
    field('Label', one.name),
    ...stakeholderFields(one),
  ])
  const connections = view.relationships.map((tie) => [
    field('ID', tie.key),
    field('From', endOf?.get(tie.from) ?? tie.from),
    field('To', endOf?.get(tie.to) ?? tie.to),
    ...tieFields(tie),
    ...teamTieFields(tie),
  ])
  const elementColumns = [...(endOf ? [] : ['ID']), 'Label']
  return {
    elements: fieldTable(elementColumns, elements),
    connections: fieldTable(['ID', 'From', 'To'], connections),
  }
}

const field = (name: string, value: string): WrittenField => ({ name, value })

/** Names by key when each is unlike any other, otherwise null. */
function endsIn({ stakeholders }: MapView): ReadonlyMap<string, string> | null {
  const names = new Set(stakeholders.map(({ name }) => foldName(name)))
  const areClear = names.size === stakeholders.length && ![...names].some(isUnclear)
  return areClear ? new Map(stakeholders.map(({ key, name }) => [key, name])) : null
}

/** In To a bar stands between several elements. */
const isUnclear = (name: string): boolean => name.includes('|')

/** An own word stands for the kind, unless it would be read as one of ours. */
function tieFields({ kind, label, direction, strength }: ViewRelationship): WrittenField[] {
  const isWordEnough = label !== '' && kindOfWord(label) === null && foldName(label) !== 'own'
  const isOwn = kind === 'own'
  return [
    field('Type', isOwn && isWordEnough ? label : kind),
    ...(isOwn && !isWordEnough ? [field('Label', label)] : []),
    // Kumu knows the heading and its words in small letters alone.
    field('direction', direction === 'mutual' ? 'mutual' : 'directed'),
    field('Strength', String(strength)),
  ]
}

export const kumuCsvWriter: NetworkFormatWriter = {
  id: 'kumu csv',
  extension: '.zip',
  mediaType: 'application/zip',
  files(view) {
    const { elements, connections } = tablesOf(view)
    return [
      { name: 'elements.csv', content: csvOf(elements) },
      { name: 'connections.csv', content: csvOf(connections) },
    ]
  },
}

export const kumuXlsxWriter: NetworkFormatWriter = {
  id: 'kumu xlsx',
  extension: '.xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  files(view) {
    const { elements, connections } = tablesOf(view)
    const content = workbookOf([
      { name: 'Elements', rows: elements },
      { name: 'Connections', rows: connections },
    ])
    return [{ name: 'network.xlsx', content }]
  },
}

/** Several values of one field. */
const LISTS = new Set(['Tags', 'Offers', 'Needs'])

/** Kumu's blueprint (https://docs.kumu.io/guides/import/blueprints), which can be added to any project. */
export const kumuJsonWriter: NetworkFormatWriter = {
  id: 'kumu json',
  extension: '.json',
  mediaType: 'application/json',
  files(view) {
    const content = {
      name: view.info.name,
      elements: view.stakeholders.map((one) => ({
        id: one.key,
        label: one.name,
        ...objectOf(stakeholderFields(one)),
      })),
      connections: view.relationships.map((tie) => ({
        id: tie.key,
        from: tie.from,
        to: tie.to,
        ...objectOf(tieFields(tie)),
        ...objectOf(teamTieFields(tie)),
      })),
    }
    return [{ name: 'network.json', content: `${JSON.stringify(content, null, 2)}\n` }]
  },
}

const objectOf = (fields: readonly WrittenField[]) =>
  Object.fromEntries(
    fields.map(({ name, value }) => [
      name.toLowerCase(),
      LISTS.has(name) ? value.split('|') : value,
    ]),
  )
