/** A row of `records` that no build can read, and in a word what is wrong with it. */
export interface BadRow {
  readonly what: string
  readonly row: object
}

/**
 * More than two hundred rows of a map that can't be read, of every kind that a damaged disk, another program or a hostile
 * hand could leave. Nothing from outside is used in here, so that the function can be sent into a page as it is.
 */
export function badRows(mapId: string): BadRow[] {
  const rows: BadRow[] = []
  const nextId = () => `bad-${String(rows.length).padStart(3, '0')}`
  const addRow = (what: string, row: object) => rows.push({ what, row: { mapId, rev: 1, ...row } })
  const add = (what: string, recordOf: (id: string) => unknown) => {
    const id = nextId()
    addRow(what, { id, record: recordOf(id) })
  }
  const stakeholder = (id: string): Record<string, unknown> => ({
    type: 'stakeholder',
    id,
    order: 1,
    name: 'Nurses’ union',
    aliases: [],
    kind: 'group',
    placement: null,
    influence: null,
    targetSegment: null,
    role: 'other',
    sector: null,
    offers: [],
    needs: [],
    tags: [],
    confidentiality: { level: 'public' },
    description: '',
    networkPosition: null,
    notes: '',
    contact: '',
  })
  const relationship = (id: string): Record<string, unknown> => ({
    type: 'relationship',
    id,
    from: 'one',
    to: 'two',
    kind: 'trusts',
    label: '',
    direction: 'one way',
    strength: 2,
    confidentiality: 'public',
    notes: '',
  })
  const word = (id: string): Record<string, unknown> => ({ type: 'sector', id, name: 'Health' })
  const circular: Record<string, unknown> = { name: 'snake' }
  circular['tail'] = circular
  let deep: unknown = 'bottom'
  for (let depth = 0; depth < 500; depth += 1) deep = [deep]
  const bytes = new Uint8Array([0, 1, 127, 128, 255])

  const notRecords: Record<string, unknown> = {
    undefined,
    null: null,
    true: true,
    zero: 0,
    'minus zero': -0,
    NaN: Number.NaN,
    Infinity,
    bigint: 12345678901234567890n,
    'no text': '',
    text: 'Nurses’ union',
    'a million letters': 'x'.repeat(1_000_000),
    'half a letter': '\ud800',
    date: new Date('2026-11-22T10:00:00Z'),
    'no date': new Date(Number.NaN),
    map: new Map([['type', 'stakeholder']]),
    set: new Set(['stakeholder']),
    pattern: /stakeholder/giu,
    error: new TypeError('no record'),
    bytes,
    'part of bytes': bytes.subarray(1, 3),
    buffer: bytes.buffer,
    view: new DataView(bytes.buffer, 1, 2),
    floats: new Float64Array([Number.NaN, -0, 1e308]),
    blob: new Blob(['stakeholder'], { type: 'text/plain' }),
    'boxed number': Object(1),
    'boxed text': Object('stakeholder'),
    'no entries': [],
    'holes and a field': Object.assign(Array.from({ length: 3 }), { type: 'stakeholder' }),
    'no fields': {},
    circular,
    deep,
  }
  for (const [what, value] of Object.entries(notRecords)) add(`record: ${what}`, () => value)
  add('record: in a list', (id) => [stakeholder(id)])
  add('record: in a map', (id) => new Map(Object.entries(stakeholder(id))))
  add('record: as text', (id) => JSON.stringify(stakeholder(id)))
  add('record: one level too deep', (id) => ({ record: stakeholder(id) }))

  const makers = { stakeholder, relationship, sector: word }
  for (const [type, make] of Object.entries(makers)) {
    for (const field of Object.keys(make('x'))) {
      // A stakeholder without other names is one of an older format.
      if (field === 'aliases') continue
      add(`${type}: no ${field}`, (id) => {
        const { [field]: _, ...rest } = make(id)
        return rest
      })
    }
  }

  const long = (length: number) => 'x'.repeat(length)
  const many = (count: number) => Array.from({ length: count }, (_, at) => `entry ${at}`)
  const wrongInStakeholders: Record<string, readonly unknown[]> = {
    type: [
      'dragon',
      'map',
      'Stakeholder',
      '__proto__',
      'constructor',
      'toString',
      5,
      null,
      ['stakeholder'],
    ],
    id: ['', 5, null, long(201), 'somebody else'],
    order: [Number.NaN, Infinity, -Infinity, '1', null, Object(1), 1n],
    name: ['', long(301), long(2_000_000), 5, null, ['Ann'], new Date(0), Object('Ann'), bytes],
    aliases: [null, 'Ann', [''], [5], many(51), { length: 1 }, new Set(['Ann']), bytes],
    kind: ['dragon', null, 5],
    placement: [
      {},
      [0, 0],
      'neutral',
      { stance: Number.NaN, depth: 0 },
      { stance: Infinity, depth: 0 },
      { stance: 1.0001, depth: 0 },
      { stance: -2, depth: 0 },
      { stance: '0', depth: 0 },
      { stance: 0, depth: -0.1 },
      { stance: 0, depth: Number.NaN },
      { stance: 0 },
      new Date(0),
      new Map([['stance', 0]]),
    ],
    influence: [Number.NaN, 1.5, -1, '0.5', true, {}],
    targetSegment: [5, -1, 1.5, '1', Number.NaN],
    role: ['king', null],
    sector: ['', 5, long(201), {}],
    offers: [null, 'hall', [null], [''], many(51), new Map(), { 0: 'hall', length: 1 }],
    needs: [null, [5], many(51)],
    tags: [null, [5], [null], many(51), [long(201)], new Set(['x']), [['x']]],
    confidentiality: [
      null,
      'public',
      {},
      { level: 'secret' },
      { level: 'confidential' },
      { level: 'confidential', publicStance: 2 },
      { level: 'confidential', publicStance: Number.NaN },
      new Map([['level', 'public']]),
      ['public'],
    ],
    description: [null, 5, long(20_001), bytes],
    networkPosition: [
      {},
      { x: Number.NaN, y: 0, pinned: true },
      { x: 2_000_000, y: 0, pinned: true },
      { x: 0, pinned: true },
      { x: 0, y: 0, pinned: 'yes' },
      { x: 0, y: 0, pinned: null },
      [0, 0],
    ],
    notes: [null, 5, new Blob(['secret']), new Error('notes')],
    contact: [null, {}, long(20_001)],
  }
  for (const [field, values] of Object.entries(wrongInStakeholders)) {
    for (const value of values) {
      add(`stakeholder: wrong ${field}`, (id) => ({ ...stakeholder(id), [field]: value }))
    }
  }
  const wrongInTies: Record<string, readonly unknown[]> = {
    from: ['', null, 5, long(201)],
    to: ['', null, {}],
    kind: ['loves', null],
    label: [null, long(201)],
    direction: ['both', null],
    strength: [0, 4, '2', Number.NaN],
    confidentiality: ['hidden', { level: 'public' }],
    notes: [null, long(20_001)],
  }
  for (const [field, values] of Object.entries(wrongInTies)) {
    for (const value of values) {
      add(`relationship: wrong ${field}`, (id) => ({ ...relationship(id), [field]: value }))
    }
  }
  for (const name of ['', null, 5, long(201), ['Health']]) {
    add('sector: wrong name', (id) => ({ ...word(id), name }))
    add('resource: wrong name', (id) => ({ ...word(id), type: 'resource', name }))
  }

  const polluting = (id: string): unknown =>
    JSON.parse(`{"__proto__": ${JSON.stringify(stakeholder(id))}, "polluted": true}`)
  add('prototype: a whole record', polluting)
  add('prototype: a field', (id) => {
    const { name: _, ...rest } = stakeholder(id)
    const inherited: unknown = JSON.parse('{"__proto__": {"name": "Ann", "polluted": true}}')
    return Object.defineProperties({ ...rest }, Object.getOwnPropertyDescriptors(inherited))
  })
  add('prototype: constructor', (id) => ({
    id,
    type: 'constructor',
    constructor: { prototype: { polluted: true } },
  }))

  addRow('row: no record', { id: nextId() })
  addRow('row: a box in a clear map', { id: nextId(), box: bytes })
  addRow('row: a box cut short', { id: nextId(), box: new Uint8Array(3) })
  addRow('row: a box of text', { id: nextId(), box: 'sealed' })
  addRow('row: contents at its outside', stakeholder(nextId()))
  addRow('row: number as id', { id: 5, record: stakeholder('5') })
  addRow('row: date as id', { id: new Date(0), record: stakeholder('0') })
  addRow('row: list as id', { id: ['a', 1], record: stakeholder('a,1') })
  addRow('row: bytes as id', { id: bytes, record: stakeholder('bytes') })
  addRow('row: rev of another kind', { id: nextId(), rev: 'many', record: null })
  addRow('row: id of its map', { id: mapId, record: { ...word(mapId), type: 'map' } })
  return rows
}

/**
 * Records that can be read and still make no sense together: ties whose ends are gone or the same, sectors and resources
 * that lead nowhere, ranks and places at their limits. No view may fall over them, and no file may leave them out.
 */
export function oddRecords(): object[] {
  const stakeholder = (id: string, more: object) => ({
    type: 'stakeholder',
    id,
    order: 1,
    name: `Odd ${id}`,
    aliases: [],
    kind: 'group',
    placement: { stance: 0.4, depth: 0.5 },
    influence: 0.5,
    targetSegment: null,
    role: 'other',
    sector: null,
    offers: [],
    needs: [],
    tags: [],
    confidentiality: { level: 'public' },
    description: '',
    networkPosition: null,
    notes: '',
    contact: '',
    ...more,
  })
  const tie = (id: string, from: string, to: string, more: object = {}) => ({
    type: 'relationship',
    id,
    from,
    to,
    kind: 'trusts',
    label: '',
    direction: 'one way',
    strength: 2,
    confidentiality: 'public',
    notes: '',
    ...more,
  })
  return [
    stakeholder('odd-1', { sector: 'gone', offers: ['gone', 'gone'], needs: ['gone', 'odd-1'] }),
    stakeholder('odd-2', { placement: { stance: -0, depth: -0 }, influence: -0, order: -1e308 }),
    stakeholder('odd-3', {
      placement: { stance: 1, depth: 1 },
      order: 1e308,
      networkPosition: { x: 1e6, y: -1e6, pinned: true },
    }),
    stakeholder('odd-4', {
      placement: { stance: -1, depth: 0 },
      name: 'Odd ',
      tags: ['', ''],
      role: 'target',
      influence: 1,
    }),
    stakeholder('__proto__', { placement: null, sector: 'constructor', offers: ['toString'] }),
    stakeholder('odd-5', {
      placement: { stance: 0.6, depth: 1 },
      confidentiality: { level: 'confidential', publicStance: null },
    }),
    tie('odd-t1', 'odd-1', 'gone'),
    tie('odd-t2', 'gone', 'odd-1', { kind: 'own', label: 'is married to' }),
    tie('odd-t3', 'gone', 'also gone', { direction: 'mutual' }),
    tie('odd-t4', 'odd-2', 'odd-2', { kind: 'funds' }),
    tie('odd-t5', 'odd-1', 'odd-4', { kind: 'own', label: '' }),
    tie('odd-t6', 'odd-1', 'odd-4', { kind: 'own', label: '' }),
    tie('odd-t7', '__proto__', 'odd-5', { strength: 3 }),
    tie('odd-t8', 'odd-s1', 'odd-4'),
    { type: 'sector', id: 'odd-s1', name: 'Health' },
    { type: 'sector', id: 'odd-s2', name: 'Health' },
    { type: 'resource', id: 'odd-r1', name: 'Health' },
  ]
}
