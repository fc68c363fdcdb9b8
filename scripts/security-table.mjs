import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** The document that holds the table, between two lines that stay. */
const DOCUMENT = fileURLToPath(new URL('../docs/security.md', import.meta.url))
export const BEGIN = '<!-- policy table: begin (npm run security-table) -->'
export const END = '<!-- policy table: end -->'

const ANSWERS = {
  always: 'yes',
  chosen: 'only when chosen',
  never: 'never',
  derived: 'as something else',
}
const WITHHELD = 'withheld when it mentions somebody hidden'
const NUMBERED = 'never as it is: things are numbered anew, so that no gap shows'
const SHAPE = 'says only what kind of thing it is'

/** For each kind of record: what people call it, and in what form the public is told its fields. */
const WORDS = {
  map: {
    title: 'The map',
    forms: {
      type: SHAPE,
      id: '',
      name: WITHHELD,
      we: WITHHELD,
      goal: WITHHELD,
      alliesSide: 'left or right',
      segmentNames: `${WITHHELD}: the usual name stands there instead`,
    },
  },
  stakeholder: {
    title: 'A stakeholder who is not hidden',
    forms: {
      type: SHAPE,
      id: NUMBERED,
      order: 'their order, without its gaps',
      name: 'as it is; the review before sharing warns when it mentions somebody hidden',
      aliases: '',
      kind: 'as it is',
      placement: 'the segment: of the public stance, where there is one',
      influence: 'low, medium or high',
      targetSegment: 'as it is; never of those who are shown at a public stance',
      role: 'as it is',
      sector: `the word; ${WITHHELD}`,
      offers: `the words; each ${WITHHELD}`,
      needs: `the words; each ${WITHHELD}`,
      tags: `each ${WITHHELD}`,
      confidentiality: '',
      description: WITHHELD,
      networkPosition: '',
      notes: '',
      contact: '',
    },
  },
  relationship: {
    title: 'A tie that is public, between two who are not hidden',
    forms: {
      type: SHAPE,
      id: NUMBERED,
      from: 'the new number of who is there',
      to: 'the new number of who is there',
      kind: 'as it is',
      label: `chosen together with descriptions; ${WITHHELD}`,
      direction: 'as it is',
      strength: 'as it is',
      confidentiality: '',
      notes: '',
    },
  },
  sector: {
    title: 'A sector that somebody visible has',
    forms: { type: SHAPE, id: '', name: WITHHELD },
  },
  resource: {
    title: 'A resource that somebody visible offers or needs',
    forms: { type: SHAPE, id: '', name: `chosen together with offers and needs; ${WITHHELD}` },
  },
}

/** The gate's rules as Markdown. A field without words, or words without a field, is an error. */
export function securityTable(policies) {
  const rows = Object.entries(WORDS).flatMap(([record, { title, forms }]) => {
    const rules = policies[record]
    const unknown = Object.keys(forms).find((field) => !(field in rules))
    if (unknown) throw new Error(`there is no rule for ${record}.${unknown}`)
    return [
      [`**${title}**`, '', ''],
      ...Object.entries(rules).map(([field, rule]) => {
        const form = forms[field]
        if (form === undefined) throw new Error(`say how the public is told ${record}.${field}`)
        return [`\`${field}\``, ANSWERS[rule], form]
      }),
    ]
  })
  return asMarkdown([['field', 'may a public output carry it?', 'as what'], ...rows])
}

function asMarkdown(rows) {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)))
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`
  const [head, ...body] = rows
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}

/** The document with the table put in its place. */
export function withTable(text, table) {
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`docs/security.md needs the lines ${BEGIN} and ${END}`)
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { module } = await runnerImport(
    fileURLToPath(new URL('../src/audience/policy.ts', import.meta.url)),
  )
  const table = securityTable({
    map: module.mapPolicy,
    stakeholder: module.stakeholderPolicy,
    relationship: module.relationshipPolicy,
    sector: module.sectorPolicy,
    resource: module.resourcePolicy,
  })
  await writeFile(DOCUMENT, withTable(await readFile(DOCUMENT, 'utf8'), table))
}
