import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../../src/files/crc32.ts'
import type { HostileFile } from './hostileFile.ts'

/** Zips and workbooks that lie about themselves, and sealed files that want more work than they are worth. */

interface Part {
  readonly name: string
  readonly content: Buffer
  /** What the directory says of its unpacked size. */
  readonly claims?: number
  readonly method?: number
  readonly flags?: number
  readonly check?: number
}

/** A zip (PKWARE APPNOTE 6.3) with whatever its parts claim. */
function zip(parts: readonly Part[], says: { readonly parts?: number; readonly at?: number } = {}) {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const { name, content, claims, method = 8, flags = 0, check } of parts) {
    const packed = method === 8 ? deflateRawSync(content) : content
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(flags, 2)
    fixed.writeUInt16LE(method, 4)
    fixed.writeUInt32LE(check ?? crc32(content), 10)
    fixed.writeUInt32LE(packed.length, 14)
    fixed.writeUInt32LE(claims ?? content.length, 18)
    fixed.writeUInt16LE(Buffer.byteLength(name), 22)
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), fixed, Buffer.from(name), packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    entries.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fixed, place, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(says.parts ?? parts.length, 4)
  end.writeUInt16LE(says.parts ?? parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(says.at ?? at, 12)
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const sheet = (rows: string): Buffer =>
  Buffer.from(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  )
const WORKBOOK = Buffer.from(
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Elements" sheetId="1" r:id="rId1"/></sheets></workbook>',
)
const relations = (target: string): Buffer =>
  Buffer.from(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="${target}"/></Relationships>`,
  )
const workbook = (content: Buffer, target = 'worksheets/sheet1.xml', more: readonly Part[] = []) =>
  zip([
    { name: 'xl/workbook.xml', content: WORKBOOK },
    { name: 'xl/_rels/workbook.xml.rels', content: relations(target) },
    { name: 'xl/worksheets/sheet1.xml', content },
    ...more,
  ])
const cell = (ref: string, text: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
const HEADER = `<row r="1">${cell('A1', 'Label')}</row>`

const LIST = Buffer.from('Label\nGuild')
const NULLS = Buffer.alloc(90_000_000)

const ZIPS: Readonly<Record<string, () => Buffer>> = {
  'with nothing in it': () => zip([]),
  'that unpacks to ninety million zeros': () => zip([{ name: 'list.csv', content: NULLS }]),
  'that says it is small and is not': () => zip([{ name: 'list.csv', content: NULLS, claims: 10 }]),
  'that says it is large and is not': () =>
    zip([{ name: 'list.csv', content: LIST, claims: 0xffff_fff0 }]),
  'with a wrong checksum': () => zip([{ name: 'list.csv', content: LIST, check: 1 }]),
  'that is encrypted': () => zip([{ name: 'list.csv', content: LIST, flags: 1 }]),
  'packed in a way nobody knows': () => zip([{ name: 'list.csv', content: LIST, method: 99 }]),
  'with names that lead out of it': () =>
    zip([
      { name: '../../etc/list.csv', content: LIST },
      { name: '/list.csv', content: LIST },
      { name: 'C:\\list.csv', content: LIST },
    ]),
  'with a part called __proto__': () =>
    zip([
      { name: '__proto__.csv', content: LIST },
      { name: '__proto__', content: LIST },
    ]),
  'with ten thousand parts': () =>
    zip(Array.from({ length: 10_000 }, (_, i) => ({ name: `${i}.csv`, content: LIST }))),
  'that says it has more parts': () =>
    zip([{ name: 'list.csv', content: LIST }], { parts: 60_000 }),
  'whose directory lies behind its end': () =>
    zip([{ name: 'list.csv', content: LIST }], { at: 0x7fff_ffff }),
  'in a zip': () =>
    zip([{ name: 'inner.zip', content: zip([{ name: 'list.csv', content: LIST }]) }]),
  'with two parts of one name': () =>
    zip([
      { name: 'list.csv', content: LIST },
      { name: 'list.csv', content: Buffer.from('From,To\nA,B') },
    ]),
}

const WORKBOOKS: Readonly<Record<string, () => Buffer>> = {
  'without a sheet': () => zip([{ name: 'xl/workbook.xml', content: WORKBOOK }]),
  'whose sheet is elsewhere': () => workbook(sheet(HEADER), 'https://example.org/sheet.xml'),
  'whose sheet is itself': () => workbook(sheet(HEADER), '../workbook.xml'),
  'with a document type': () =>
    workbook(
      Buffer.from(
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>',
      ),
    ),
  'with a cell in column XFD and row 1048576': () =>
    workbook(sheet(`${HEADER}<row r="1048576">${cell('XFD1048576', 'Far away')}</row>`)),
  'with a cell beyond every column': () =>
    workbook(sheet(`<row r="1">${cell('ZZZZZZZZ1', 'Label')}</row>`)),
  'with a shared text that is not there': () =>
    workbook(sheet(`${HEADER}<row r="2"><c r="A2" t="s"><v>99999</v></c></row>`)),
  'with a negative shared text': () =>
    workbook(sheet(`${HEADER}<row r="2"><c r="A2" t="s"><v>-1</v></c></row>`)),
  'with a hundred thousand rows': () =>
    workbook(
      sheet(
        `${HEADER}${Array.from({ length: 100_000 }, (_, i) => `<row r="${i + 2}">${cell(`A${i + 2}`, 'x')}</row>`).join('')}`,
      ),
    ),
  'with a formula that calls a program': () =>
    workbook(
      sheet(`${HEADER}<row r="2"><c r="A2" t="str"><f>cmd|'/c calc'!A1</f><v>=cmd</v></c></row>`),
    ),
  'with tags that are never closed': () =>
    workbook(Buffer.from(`<worksheet>${'<row>'.repeat(300_000)}`)),
}

const age = (stanzas: string, body = 'x'.repeat(200)): Buffer =>
  Buffer.from(`age-encryption.org/v1\n${stanzas}\n--- ${'A'.repeat(43)}\n${body}`)
const SALT = 'B'.repeat(22)

const SEALED: Readonly<Record<string, () => Buffer>> = {
  'that wants more work than there is time': () => age(`-> scrypt ${SALT} 62\n${'C'.repeat(43)}`),
  'with a work of a thousand digits': () =>
    age(`-> scrypt ${SALT} ${'9'.repeat(1000)}\n${'C'.repeat(43)}`),
  'with a negative work': () => age(`-> scrypt ${SALT} -1\n${'C'.repeat(43)}`),
  'for a key and no passphrase': () => age(`-> X25519 ${'D'.repeat(43)}\n${'C'.repeat(43)}`),
  'with ten thousand recipients': () =>
    age(`-> scrypt ${SALT} 1\n${'C'.repeat(43)}\n`.repeat(10_000).trim()),
  'that is only a head': () => Buffer.from('age-encryption.org/v1\n'),
  'with a salt that is none': () => age(`-> scrypt ../../ 10\n${'C'.repeat(43)}`),
  'in armour without an end': () => Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n'),
  'in armour with junk inside': () =>
    Buffer.from(
      `-----BEGIN AGE ENCRYPTED FILE-----\n${'<script>canary()</script>\n'.repeat(50)}-----END AGE ENCRYPTED FILE-----\n`,
    ),
}

const made = (kind: string, name: string, table: Readonly<Record<string, () => Buffer>>) =>
  Object.entries(table).map(([how, make]): HostileFile => ({
    what: `${kind} ${how}`,
    name,
    content: make(),
  }))

export const packedFiles = (): readonly HostileFile[] => [
  ...made('A zip', 'tables.zip', ZIPS),
  ...made('A workbook', 'book.xlsx', WORKBOOKS),
  ...made('A sealed file', 'backup.age', SEALED),
]
