import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import core from '../../../src/i18n/en/core.json'
import backup from '../../../src/i18n/en/backup.json'
import crash from '../../../src/i18n/en/crash.json'
import dialogs from '../../../src/i18n/en/dialogs.json'
import exchange from '../../../src/i18n/en/exchange.json'
import exportWords from '../../../src/i18n/en/export.json'
import insights from '../../../src/i18n/en/insights.json'
import merge from '../../../src/i18n/en/merge.json'
import network from '../../../src/i18n/en/network.json'
import pictures from '../../../src/i18n/en/pictures.json'
import points from '../../../src/i18n/en/points.json'
import recovery from '../../../src/i18n/en/recovery.json'
import sealing from '../../../src/i18n/en/sealing.json'
import sharing from '../../../src/i18n/en/sharing.json'
import teaching from '../../../src/i18n/en/teaching.json'
import wall from '../../../src/i18n/en/wall.json'

/** Messages that come with the code that says them. */
const PARTS: Readonly<Record<string, object>> = {
  backup,
  crash,
  dialogs,
  exchange,
  export: exportWords,
  insights,
  merge,
  network,
  pictures,
  points,
  recovery,
  sealing,
  sharing,
  teaching,
  wall,
}
const en: Readonly<Record<string, string | { readonly one: string; readonly other: string }>> = {
  ...core,
  ...backup,
  ...crash,
  ...dialogs,
  ...exchange,
  ...exportWords,
  ...insights,
  ...merge,
  ...network,
  ...pictures,
  ...points,
  ...recovery,
  ...sealing,
  ...sharing,
  ...teaching,
  ...wall,
}

const SRC = join(import.meta.dirname, '../../../src')
const filesIn = (folder: string): string[] =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
const read = (file: string) => readFileSync(join(SRC, file), 'utf8')
const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** Quoted strings are keys as they stand; of a template the fixed parts are known. */
function keyPatterns(source: string): RegExp[] {
  const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const plain = [...source.matchAll(/'([\w.]+)'/g)].map(([, key]) => escape(key ?? ''))
  const templates = [...source.matchAll(/`(\w+\.[\w.]*(?:\$\{[^}`]*\}[\w.]*)+)`/g)].map(
    ([, template]) =>
      (template ?? '')
        .split(/\$\{[^}]*\}/)
        .map(escape)
        .join('[\\w]+'),
  )
  return [...plain, ...templates]
    .filter((pattern) => pattern.includes('\\.'))
    .map((pattern) => new RegExp(`^${pattern}$`))
}

describe('the catalogue', () => {
  it('has no message that nobody says', () => {
    const source = filesIn('.')
      .map((file) => withoutComments(read(file)))
      .join('\n')
    const patterns = keyPatterns(source)
    const unused = Object.keys(en).filter((key) => !patterns.some((pattern) => pattern.test(key)))
    expect(unused).toEqual([])
    expect(patterns.some((pattern) => pattern.test('details.nobodySaysThis'))).toBe(false)
  })

  it('is in order, so that two people add a key in the same place', () => {
    for (const part of [core, ...Object.values(PARTS)]) {
      const keys = Object.keys(part)
      expect(keys).toEqual(keys.toSorted())
    }
  })

  it('has each key once', () => {
    const keys = [core, ...Object.values(PARTS)].flatMap((part) => Object.keys(part))
    expect(keys).toEqual([...new Set(keys)])
  })

  it.each(Object.entries(PARTS))(
    'is there when %s is spoken: each file imports its part',
    (name, part) => {
      const silent = filesIn('.').filter((file) => {
        const source = withoutComments(read(file))
        const patterns = keyPatterns(source)
        const says = Object.keys(part).some((key) => patterns.some((pattern) => pattern.test(key)))
        return (
          says &&
          !source.includes(`/i18n/parts/${name}.ts'`) &&
          !source.includes(`./parts/${name}.ts'`)
        )
      })
      expect(silent).toEqual([])
    },
  )

  it('has in each form of a plural the same placeholders but {count}', () => {
    const placeholders = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name !== 'count')
    for (const [key, message] of Object.entries(en)) {
      if (typeof message === 'string') continue
      expect([key, placeholders(message.one)]).toEqual([key, placeholders(message.other)])
    }
  })
})

/** Brand and signs are the same in every language. */
const SAME_EVERYWHERE = /^(Allyscope|[\d\s·→—–:,.…()/“”]*)$/
const SPOKEN = 'aria-label|title|placeholder|alt|label|hint|aria-description|legend'

/** Texts that a component would show without asking the catalogue. */
function hardCoded(source: string): string[] {
  const code = withoutComments(source)
  const between = [...code.matchAll(/<(?:[a-z]\w*|[A-Z]\w*)\b[^<>{}]*>([^<>{}]+)<\//g)].map(
    ([, text]) => (text ?? '').trim(),
  )
  const attributes = [...code.matchAll(new RegExp(`\\s(?:${SPOKEN})=("[^"]+")`, 'g'))].map(
    ([, text]) => (text ?? '').slice(1, -1),
  )
  const strings = [
    ...code.matchAll(/(?:announce|speak|setError)\(\s*(['"`][^'"`]+['"`])/g),
    ...code.matchAll(/>\s*\{\s*('[^']*[a-z]{3}[^']*')\s*\}\s*</g),
  ].map(([, text]) => (text ?? '').slice(1, -1))
  return [...between, ...attributes, ...strings].filter((text) => !SAME_EVERYWHERE.test(text))
}

describe('what people read', () => {
  it.each(
    ['views', 'canvas', 'ui', 'app', 'wall'].flatMap(filesIn).filter((file) => file.endsWith('x')),
  )('comes from the catalogue in %s', (file) => {
    expect(hardCoded(read(file))).toEqual([])
  })

  it('would be noticed if it did not', () => {
    expect(hardCoded('<p className="a">Save now</p>')).toEqual(['Save now'])
    expect(hardCoded('<Button>\n  Save\n</Button>')).toEqual(['Save'])
    expect(hardCoded('<input aria-label="Name" />')).toEqual(['Name'])
    expect(hardCoded("announce('Saved.')")).toEqual(['Saved.'])
    expect(hardCoded("<b>{'Hello you'}</b>")).toEqual(['Hello you'])
    expect(hardCoded("<b>{t('action.ok')}</b>")).toEqual([])
  })
})
