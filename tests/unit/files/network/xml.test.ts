import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTextFile } from '../../../../src/files/textFile.ts'
import { scanXml } from '../../../../src/files/network/xml.ts'
import {
  looksLikeXml,
  readXmlTree,
  type XmlElement,
} from '../../../../src/files/network/xmlTree.ts'
import { xmlDocument } from '../../../../src/files/network/xmlWrite.ts'
import { unwrap } from '../../../support/records.ts'

const tree = (text: string): XmlElement => unwrap(readXmlTree(text, 'a'))
const problem = (text: string) => {
  const read = readXmlTree(text, 'a')
  return read.ok ? null : read.error
}

describe('XML', () => {
  test('elements, attributes and texts, each with its line', () => {
    const root = tree('<?xml version="1.0"?>\n<a>\n  <b c="1"\n     d=\'2\'>one</b>\n  <b/>two</a>')
    expect(root.all('b').map((b) => [b.line, b.get('c'), b.get('d'), b.text])).toEqual([
      [3, '1', '2', 'one'],
      [5, '', '', ''],
    ])
    expect(root.text.trim()).toBe('two')
  })

  test('what a namespace is called does not matter', () => {
    const root = tree('<x:a xmlns:x="u" xmlns:v="w"><v:b v:c="1"/></x:a>')
    expect(root.child('b')?.get('c')).toBe('1')
    expect(root.tag.names()).toEqual([])
  })

  test('only the entities of XML itself and characters by number', () => {
    expect(
      tree('<a b="&lt;&amp;&quot;">&#65;&#x1F600;&apos;&nbsp;&AMP;&#0;&#xD800;</a>'),
    ).toMatchObject({
      text: "A\u{1f600}'&nbsp;&AMP;\ufffd\ufffd",
    })
    expect(tree('<a b="&lt;&amp;&quot;"/>').get('b')).toBe('<&"')
  })

  test('marked sections are text, comments are not', () => {
    expect(tree('<a>1<!-- <a> & --><![CDATA[<b>&amp;]]>2</a>').text).toBe('1<b>&amp;2')
  })

  test('a line is right after comments and marked sections that look like elements', () => {
    expect(tree('<a>\n<!-- <b> --><![CDATA[<b>\n]]>\n<b/></a>').child('b')?.line).toBe(4)
  })

  test('names of prototypes are data like any other', () => {
    const root = tree(
      '<a __proto__="x" constructor="y"><__proto__/><constructor>z</constructor></a>',
    )
    expect(root.get('constructor')).toBe('y')
    expect(root.get('toString')).toBe('')
    expect(root.child('constructor')?.text).toBe('z')
    expect({}).not.toHaveProperty('x')
  })

  test.each([
    ['a document type', '<!DOCTYPE a><a/>', 'document type'],
    ['small letters', '<!doctype a><a/>', 'document type'],
    ['entities', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'document type'],
    ['an entity without a document type', '<!ENTITY b "c"><a/>', 'not xml'],
    ['nothing', ' \n', 'empty file'],
    ['no XML', 'a,b\n', 'not xml'],
    ['no element', '<?xml version="1.0"?>', 'not xml'],
    ['wrong ends', '<a><b></a></b>', 'not xml'],
    ['two outermost elements', '<a/><a/>', 'not xml'],
    ['text after the end', '<a/>b', 'not xml'],
    ['no quotes', '<a b=c/>', 'not xml'],
    ['an attribute twice', '<a b="1" b="2"/>', 'not xml'],
    ['no end', '<a><b/>', 'truncated'],
    ['half an element', '<a><b c="', 'truncated'],
    ['an open comment', '<a><!-- ', 'truncated'],
    ['an open section', '<a><![CDATA[ ]]', 'truncated'],
    ['something else', '<b/>', 'unknown format'],
    ['65 levels', `<a>${'<b>'.repeat(64)}${'</b>'.repeat(64)}</a>`, 'too deep'],
    [
      '201 attributes',
      `<a ${Array.from({ length: 201 }, (_, i) => `x${i}=""`).join(' ')}/>`,
      'too many',
    ],
    ['20 MB', `<a>${' '.repeat(20_000_000)}</a>`, 'too large'],
  ])('%s is refused', (_, text, code) => {
    expect(problem(text)).toMatchObject({ code })
  })

  test('64 levels and 200 attributes are read', () => {
    expect(problem(`<a>${'<b>'.repeat(63)}${'</b>'.repeat(63)}</a>`)).toBeNull()
    expect(
      problem(`<a ${Array.from({ length: 200 }, (_, i) => `x${i}=""`).join(' ')}/>`),
    ).toBeNull()
  })

  test('a million levels or elements do no harm', () => {
    expect(problem('<a>'.repeat(1_000_000))).toMatchObject({ code: 'too deep' })
    expect(problem(`<a>${'<b/>'.repeat(1_000_001)}</a>`)).toMatchObject({ code: 'too many' })
  })

  test('an element of a million faults is refused at its first', () => {
    expect(problem(`<a ${'b '.repeat(1_000_000)}/>`)).toMatchObject({ code: 'not xml' })
    expect(problem(`<a ${'"'.repeat(1_000_001)}/>`)).toMatchObject({ code: 'not xml' })
  })

  test('a problem has its line', () => {
    expect(problem('<a>\n<b>\n</a>')).toMatchObject({ code: 'not xml', line: 3 })
    expect(problem('<a>\n<b c=d/>\n</a>')).toMatchObject({ code: 'not xml', line: 2 })
    expect(problem('<a>\n<b>\n\n')).toMatchObject({ code: 'truncated', line: 4 })
    expect(problem('\n<!DOCTYPE a><a/>')).toMatchObject({ code: 'document type', line: 2 })
  })

  test('after a problem nothing more is told', () => {
    const told: string[] = []
    const found = scanXml('<a><b x=y/><c/></a>', {
      open: ({ name }) => void told.push(name),
      close: () => undefined,
    })
    expect(found).toMatchObject({ code: 'not xml' })
    expect(told).toEqual(['a'])
  })

  test('UTF-16 and a byte order mark', () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><a>Łódź</a>'
    const bytes = [
      0xff,
      0xfe,
      ...Array.from(text, (char) => char.charCodeAt(0)).flatMap((code) => [code & 255, code >> 8]),
    ]
    expect(tree(unwrap(readTextFile(Uint8Array.from(bytes))).text).text).toBe('Łódź')
    expect(tree('\ufeff<a>b</a>').text).toBe('b')
  })

  test('whatever the text, there is an answer', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<a ',
      'b="',
      '"',
      "'",
      '>',
      '/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '&',
      '&#',
      ';',
      '<!',
      '[',
      'x',
      '\n',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          const read = readXmlTree(text, 'a')
          expect(typeof read.ok).toBe('boolean')
        },
      ),
    )
  })

  test('every beginning of a document is refused', () => {
    const whole = xmlDocument({
      name: 'a',
      content: [{ name: 'b', attributes: { c: '<>' }, content: 'd & e' }],
    }).trimEnd()
    for (let end = 0; end < whole.length; end++) expect(problem(whole.slice(0, end))).not.toBeNull()
    expect(problem(whole)).toBeNull()
  })

  test('what is written is read again, but for characters that XML has no way to say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (text, value) => {
        const written = xmlDocument({ name: 'a', attributes: { b: value }, content: text })
        const root = tree(written)
        // eslint-disable-next-line no-control-regex -- these are the characters
        const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
        expect(root.text).toBe(text.replace(forbidden, ''))
        expect(root.get('b')).toBe(value.replace(forbidden, ''))
      }),
    )
  })

  test('a format shows by its outermost element, also behind a document type', () => {
    expect(looksLikeXml('\ufeff <?xml version="1.0"?><x:gexf version="1.3">', 'gexf')).toBe(true)
    expect(looksLikeXml('<!DOCTYPE gexf [<!ENTITY a "b">]><gexf/>', 'gexf')).toBe(true)
    expect(looksLikeXml('<gexfile/>', 'gexf')).toBe(false)
    expect(looksLikeXml('{"a": "<gexf>"}', 'gexf')).toBe(false)
  })
})
