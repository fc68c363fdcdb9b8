import { crowd, mapFile } from '../../e2e/support/mapFile.ts'
import type { HostileFile } from './hostileFile.ts'

/** Single files that are wrong in a way of their own. */

const own = mapFile('Whole', crowd(3))
const ownWith = (from: string | RegExp, to: string): string => {
  const changed = own.replace(from, to)
  if (changed === own) throw new Error(`nothing to change: ${from}`)
  return changed
}
const stakeholders = (count: number): string =>
  mapFile(
    'Many',
    Array.from({ length: count }, (_, i) => ({ name: `Group ${i}` })),
  )
const ties = (count: number): string =>
  mapFile(
    'Tied',
    crowd(2),
    Array.from({ length: count }, () => ({ from: 'Group number 1', to: 'Group number 2' })),
  )

const OWN: Readonly<Record<string, string>> = {
  'that is empty': '',
  'that is white space': ' \n\t '.repeat(1000),
  'that is null': 'null',
  'that is a number': '1e999999',
  'that is one long text': JSON.stringify('x'.repeat(1_000_000)),
  'of lists in lists': '['.repeat(200_000),
  'of objects in objects': '{"a":'.repeat(100_000),
  'with a comma too many': ownWith('"map":', '"map":,'),
  'of a newer format': ownWith('"formatVersion":1', '"formatVersion":999'),
  'of a format before the first': ownWith('"formatVersion":1', '"formatVersion":-1'),
  'of a format that is no number': ownWith('"formatVersion":1', '"formatVersion":"1; drop"'),
  'without its map': ownWith('"map":', '"mop":'),
  'whose stakeholders are an object': ownWith(
    '"stakeholders":[',
    '"stakeholders":{"length":[',
  ).replace('],"relationships"', ']},"relationships"'),
  'with a stakeholder that is null': ownWith('"stakeholders":[', '"stakeholders":[null,'),
  'with a name that is an object': ownWith('"name":"Group number 1"', '"name":{"toString":1}'),
  'with a name that is empty': ownWith('"name":"Group number 1"', '"name":""'),
  'with a stance of 7': ownWith('"stance":0.8', '"stance":7'),
  'with a stance of 1e999': ownWith('"stance":0.8', '"stance":1e999'),
  'with two of one id': ownWith('"id":"x1"', '"id":"x0"'),
  'with an id of __proto__': ownWith('"id":"x1"', '"id":"__proto__"'),
  'with a key of __proto__': ownWith('"map":{', '"map":{"__proto__":{"polluted":true},'),
  'with a key of constructor': ownWith(
    '"map":{',
    '"constructor":{"prototype":{"polluted":true}},"map":{',
  ),
  'with a misspelt confidentiality': own.replaceAll('"confidentiality"', '"confidentialty"'),
  'with a tie to itself': mapFile('Self', crowd(2), [
    { from: 'Group number 1', to: 'Group number 1' },
  ]),
  'with a tie to nobody': mapFile('Nobody', crowd(2), [{ from: 'Group number 1', to: 'Nobody' }]),
  'with more stakeholders than fit': stakeholders(10_001),
  'with more ties than fit': ties(40_001),
  'with notes of three million signs': ownWith(
    '"name":"Group number 1"',
    `"notes":"${'n'.repeat(3_000_000)}","name":"Group number 1"`,
  ),
  'with a thousand tags on one': ownWith(
    '"name":"Group number 1"',
    `"tags":${JSON.stringify(Array.from({ length: 1000 }, (_, i) => `t${i}`))},"name":"Group number 1"`,
  ),
}

const xml = (inner: string): string => `<?xml version="1.0"?>${inner}`
const XML: Readonly<Record<string, readonly [name: string, content: string]>> = {
  'A bomb of entities': [
    'bomb.gexf',
    xml(
      `<!DOCTYPE gexf [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]><gexf>&j;</gexf>`,
    ),
  ],
  'A GraphML that reads a file': [
    'xxe.graphml',
    xml(
      '<!DOCTYPE graphml [<!ENTITY f SYSTEM "file:///etc/passwd">]><graphml><graph><node id="&f;"/></graph></graphml>',
    ),
  ],
  'A GEXF with a hundred thousand levels': [
    'deep.gexf',
    xml(`<gexf><graph><nodes>${'<node id="a"><nodes>'.repeat(100_000)}`),
  ],
  'A GEXF with a hundred thousand attributes': [
    'wide.gexf',
    xml(
      `<gexf ${Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(' ')}><graph/></gexf>`,
    ),
  ],
  'A GEXF whose edges lead nowhere': [
    'nowhere.gexf',
    xml(
      '<gexf version="1.3"><graph><nodes><node id="a" label="A"/></nodes><edges><edge source="a" target="b"/><edge source="__proto__" target="a"/></edges></graph></gexf>',
    ),
  ],
  'A GEXF without a name': [
    'nameless.gexf',
    xml('<gexf version="1.3"><graph><nodes><node/><node id=""/></nodes></graph></gexf>'),
  ],
  'A GEXF that refers to signs that are none': [
    'signs.gexf',
    xml(
      '<gexf version="1.3"><graph><nodes><node id="a" label="&#0;&#xFFFFFFFF;&nope;"/></nodes></graph></gexf>',
    ),
  ],
  'A page of HTML': [
    'page.graphml',
    '<!doctype html><html><body><script>canary()</script></body></html>',
  ],
  'A drawing with script': [
    'drawing.xml',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="canary()"><script>canary()</script></svg>',
  ],
  'A style sheet call': [
    'style.xml',
    '<?xml version="1.0"?><?xml-stylesheet href="javascript:canary()" type="text/xsl"?><gexf/>',
  ],
}

const OTHERS: Readonly<Record<string, readonly [name: string, content: string]>> = {
  'A list with a thousand columns': [
    'list.csv',
    `Label,${Array.from({ length: 1000 }, (_, i) => `c${i}`).join(',')}\nA`,
  ],
  'A list with one column name ten times': [
    'list.csv',
    `${Array.from({ length: 10 }, () => 'Label').join(',')}\nA,B`,
  ],
  'A list with a mark that is never closed': [
    'list.csv',
    `Label,Notes\nA,"never closed\n${'B,c\n'.repeat(1000)}`,
  ],
  'A list of quotation marks': ['list.csv', '"'.repeat(500_000)],
  'A list of separators': ['list.csv', `Label\n${','.repeat(1_000_000)}`],
  'A list with twenty thousand and one rows': ['list.csv', `Label\n${'Group\n'.repeat(20_001)}`],
  'A list without a name column': ['list.csv', 'Colour;Size\nred;3'],
  'A list with segments nobody knows': ['list.csv', 'Label,Segment\nA,sideways\nB,__proto__'],
  'A list of formulas': ['list.csv', 'Label\n=1+1\n@SUM(A1)\n+cmd|calc\n-2'],
  'A list of line ends': ['list.csv', '\r\n\n\r'.repeat(100_000)],
  'A canvas whose edges lead nowhere': [
    'a.canvas',
    '{"nodes":[{"id":"a","type":"text","text":"A","x":0,"y":0,"width":1,"height":1}],"edges":[{"id":"e","fromNode":"a","toNode":"zz"}]}',
  ],
  'A canvas with places beyond all measure': [
    'a.canvas',
    '{"nodes":[{"id":"a","type":"text","text":"A","x":1e308,"y":-1e308,"width":-5,"height":1e999}],"edges":[]}',
  ],
  'A canvas with nodes that are numbers': ['a.canvas', '{"nodes":[1,2,null,[]],"edges":[{}]}'],
  'A canvas whose text is a page': [
    'a.canvas',
    '{"nodes":[{"id":"a","type":"link","url":"javascript:canary()","x":0,"y":0,"width":1,"height":1}],"edges":[]}',
  ],
  'A Kumu file without labels': [
    'k.json',
    '{"elements":[{},{"label":null},{"label":["a"]}],"connections":[{"from":{},"to":1}]}',
  ],
  'A Kumu file whose elements are a text': [
    'k.json',
    '{"elements":"<img onerror=canary()>","connections":7}',
  ],
  'An Oligrapher file with keys of prototypes': [
    'o.json',
    '{"graph":{"nodes":{"__proto__":{"id":"__proto__","display":{"name":"A"}}},"edges":{"constructor":{"node1_id":"__proto__","node2_id":"toString"}}}}',
  ],
  'An Oligrapher file that is hollow': ['o.json', '{"graph":{"nodes":null,"edges":[]}}'],
}

const RAW_COPIES: Readonly<Record<string, unknown>> = {
  'that is empty': {},
  'whose values point nowhere': { values: { root: [99], objects: [] } },
  'whose values point at themselves': { values: { root: [0], objects: [['a', [0], [0]]] } },
  'with a kind nobody knows': { values: { root: [0], objects: [['zz', 1]] } },
  'with keys of prototypes': {
    values: {
      root: [0],
      objects: [
        ['o', '__proto__', [1]],
        ['o', 'polluted', true],
      ],
    },
  },
  'of a newer version': { version: 999, values: { root: null, objects: [] } },
}

/** @param rawCopyFormat the word with which a raw copy of the database says what it is */
export function textFiles(rawCopyFormat: string): readonly HostileFile[] {
  return [
    ...Object.entries(OWN).map(([how, content]) => ({
      what: `A map ${how}`,
      name: 'map.json',
      content: Buffer.from(content),
    })),
    ...Object.entries({ ...XML, ...OTHERS }).map(([what, [name, content]]) => ({
      what,
      name,
      content: Buffer.from(content),
    })),
    ...Object.entries(RAW_COPIES).map(([how, content]) => ({
      what: `A raw copy ${how}`,
      name: 'raw-copy.json',
      content: Buffer.from(
        JSON.stringify({ format: rawCopyFormat, version: 1, ...Object(content) }),
      ),
    })),
    { what: 'Fifty million spaces', name: 'map.json', content: Buffer.alloc(50_000_000, ' ') },
    {
      what: 'Eleven million signs in a list',
      name: 'list.csv',
      content: Buffer.alloc(11_000_000, 'x'),
    },
    {
      what: 'A picture called a list',
      name: 'list.csv',
      content: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    },
    {
      what: 'A program called a workbook',
      name: 'book.xlsx',
      content: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5000)]),
    },
  ]
}
