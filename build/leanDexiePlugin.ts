import { createHash } from 'node:crypto'
import { type ESTree, parseSync, type Plugin, Visitor } from 'vite'

/**
 * Dexie also writes, searches, caches and hooks. This app only has it make tables, read rows by their keys and tell of
 * changes, and what classes can do is not shaken off by itself: so the build leaves out what nobody calls here, 12 kB
 * gzipped. What stays is Dexie's own text. `Reading` in src/storage/database.ts holds our code to it.
 */

/** The text of Dexie that these cuts were proven on. Another one breaks the build: docs/dependencies.md says what to do. */
const PROVEN_ON = '46455ef477a974109b0036735625b8e0d5efabf2b0fb08c6477217e365cdb254'

/** All methods that stay: what storage calls, and what that calls in turn. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  Table: ['_trans', 'get', 'where', 'limit', 'toArray', 'toCollection'],
  Collection: ['_read', '_addAlgorithm', 'count', 'limit', 'toArray'],
  WhereClause: ['Collection', 'between'],
  Transaction: ['_lock', '_unlock', '_locked', 'create', '_promise', 'table'],
  Version: ['_createTableSchema', '_parseIndexSyntax', '_parseStoresSpec', 'stores'],
  Dexie$1: [
    'constructor',
    'version',
    'use',
    'unuse',
    'open',
    'isOpen',
    'close',
    '_close',
    '_whenReady',
    'tables',
    'table',
    'transaction',
    '_transaction',
  ],
  'props(Dexie)': ['vip', 'on', 'minKey', 'addons', 'dependencies'],
}

/** What goes. */
const WITHOUT = [
  // Caches of what was read (`cache: 'disabled'`) and what only writing needs.
  'Dexie$1.constructor.this.use(cacheExistingValuesMiddleware)',
  'Dexie$1.constructor.this.use(cacheMiddleware)',
  'Dexie$1.constructor.this.use(hooksMiddleware)',
  'observabilityMiddleware.create.table.tableClone.mutate',
  'createDBCore.createDbCoreTable.mutate',
  'createTableConstructor.makeClassConstructor(Table.prototype).Events(null).creating',
  'createTableConstructor.makeClassConstructor(Table.prototype).Events(null).updating',
  'createTableConstructor.makeClassConstructor(Table.prototype).Events(null).deleting',
  // Indexes that are part of another one, cursors, several keys at once.
  'Dexie$1.constructor.this.use(virtualIndexMiddleware)',
  'createDBCore.createDbCoreTable.openCursor',
  'createDBCore.createDbCoreTable.getMany',
  // Words for the console where nobody listens: we do, and stop them.
  "Dexie$1.constructor.this.on('versionchange')",
  "Dexie$1.constructor.this.on('blocked')",
]

/** Functions with another body. Those that nobody gets to throw, should somebody get to them. */
const BODIES: Readonly<Record<string, string>> = {
  // By the name of an index; not by the fields of an object.
  'Table.where': '{ return new this.db.WhereClause(this, indexOrCrit) }',
  // Nothing is cached.
  isCachableContext: '{ return false }',
  signalSubscribersNow: '{}',
  // Our factory lists databases, and is not the browser's own.
  _onDatabaseCreated: '{}',
  idbReady: '{}',
  // Our factory opens no version but this build's (exactVersionOnly).
  readGlobalSchema: `{ throw new Error('no version') }`,
  patchCurrentVersion: `{ throw new Error('other tables') }`,
  iter: `{ throw new Error('no range of keys') }`,
}

/** Something with a name: a function, a variable, a class, a method, a field, a call. */
interface Part extends ESTree.Span {
  readonly name: string
  /** Names of what it is in, from the outermost on. */
  readonly path: string
  /** Of a function. */
  readonly body: ESTree.Span | null
}

/** Dexie's text without what this app never runs. Throws when there is nothing to leave out, or to keep. */
export function leanDexie(code: string): string {
  const parts = partsOf(code)
  const cuts: (ESTree.Span & { readonly text: string })[] = []
  const at = (path: string) => {
    const found = parts.filter((part) => part.path === path)
    if (found.length === 0) throw new Error(`Dexie has no ${path}`)
    return found
  }
  const leaveOut = ({ start, end }: Part) => {
    cuts.push({ start, end: code[end] === ',' ? end + 1 : end, text: '' })
  }
  for (const [owner, names] of Object.entries(ONLY)) {
    for (const name of names) at(`${owner}.${name}`)
    const others = parts.filter(
      ({ path, name }) => path === `${owner}.${name}` && !names.includes(name),
    )
    others.forEach(leaveOut)
  }
  for (const path of WITHOUT) at(path).forEach(leaveOut)
  for (const [path, text] of Object.entries(BODIES)) {
    for (const { body } of at(path)) if (body) cuts.push({ ...body, text })
  }
  return without(code, cuts)
}

/** Lines stay where they are, so that source maps and stacks still say where in Dexie something is. */
function without(code: string, cuts: readonly (ESTree.Span & { readonly text: string })[]): string {
  let lean = ''
  let at = 0
  for (const { start, end, text } of cuts.toSorted((one, other) => one.start - other.start)) {
    // Part of what is gone.
    if (start < at) continue
    lean += code.slice(at, start) + text + code.slice(start, end).replaceAll(/[^\n]+/g, '')
    at = end
  }
  return lean + code.slice(at)
}

function partsOf(code: string): readonly Part[] {
  const parts: Part[] = []
  const names: string[] = []
  const textOf = ({ start, end }: ESTree.Span) => code.slice(start, end)
  const enter = ({ start, end }: ESTree.Span, name = '', body: ESTree.Span | null = null) => {
    names.push(name)
    parts.push({ name, path: names.join('.'), start, end, body })
  }
  const leave = () => {
    names.pop()
  }
  new Visitor({
    FunctionDeclaration: (node) => enter(node, node.id?.name, node.body),
    'FunctionDeclaration:exit': leave,
    VariableDeclarator: (node) => enter(node, textOf(node.id)),
    'VariableDeclarator:exit': leave,
    ClassDeclaration: (node) => enter(node, node.id?.name),
    'ClassDeclaration:exit': leave,
    MethodDefinition: (node) => enter(node, textOf(node.key), node.value.body),
    'MethodDefinition:exit': leave,
    Property: (node) => enter(node, textOf(node.key)),
    'Property:exit': leave,
    SpreadElement: (node) => enter(node, textOf(node)),
    'SpreadElement:exit': leave,
    CallExpression: (node) =>
      enter(node, `${textOf(node.callee)}(${node.arguments[0] ? textOf(node.arguments[0]) : ''})`),
    'CallExpression:exit': leave,
  }).visit(parseSync('dexie.mjs', code).program)
  return parts
}

/** Leaves out of the build what Dexie brings and this app never runs. */
export function leanDexiePlugin(): Plugin {
  return {
    name: 'allyscope-lean-dexie',
    apply: 'build',
    transform: {
      filter: { id: /\/dexie\/dist\/modern\/dexie\.mjs$/ },
      handler(code) {
        const text = createHash('sha256').update(code).digest('hex')
        if (text !== PROVEN_ON) {
          throw new Error(`Dexie is not the one that build/leanDexiePlugin.ts knows, but ${text}`)
        }
        return { code: leanDexie(code), map: null }
      },
    },
  }
}
