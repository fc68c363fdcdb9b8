import { chance } from '../../../src/drawing/network/layout/chance.ts'
import { type HostileFile, PAYLOADS, type Specimen } from './hostileFile.ts'

/** Ways to break any file of any format; the same specimen always breaks in the same way. */

type Break = (content: Buffer, random: () => number) => Buffer

const asText =
  (change: (text: string, random: () => number) => string): Break =>
  (content, random) =>
    Buffer.from(change(content.toString(), random))

const HUGE = 2_000_000
const MANY = 30_000

/** Each place where a text stands between quotation marks or tags gets another of the payloads. */
const withPayloads = (text: string): string => {
  let turn = 0
  const next = () => PAYLOADS[(turn += 1) % PAYLOADS.length] ?? ''
  const inJson = () => JSON.stringify(next()).slice(1, -1)
  const inXml = () =>
    next().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  if (text.trimStart().startsWith('<'))
    return text.replaceAll(
      /(label|value|title|for|attr\.name)="[^"]*"/g,
      (_, name) => `${name}="${inXml()}"`,
    )
  if (/^\s*[[{]/.test(text))
    return text.replaceAll(
      /("(?:name|label|text|notes|description|title|type)"\s*:\s*)"[^"]*"/g,
      (_, key) => `${key}"${inJson()}"`,
    )
  return text
    .split('\n')
    .map((line, row) =>
      row === 0 ? line : `"${next().replaceAll('"', '""')}"${line.slice(line.search(/[,;\t]|$/))}`,
    )
    .join('\n')
}

/** Ids and keys of the prototypes that objects have. */
const withPrototypes = (text: string): string =>
  text
    .replaceAll(/"(id|_id)"\s*:\s*"?[\w-]+"?/g, '"$1":"__proto__"')
    .replaceAll(/\bid="[^"]*"/g, 'id="__proto__"')
    .replace(/\{/, '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},')
    .replace(/^([^<{[\n]*)$/m, '__proto__,constructor,toString,$1')

const TEXT_BREAKS: Readonly<Record<string, Break>> = {
  'cut off in the middle': (content) => content.subarray(0, Math.floor(content.length / 2)),
  'cut off before its last sign': (content) =>
    content.subarray(0, content.toString().trimEnd().length - 1),
  'with texts that want to be script': asText(withPayloads),
  'with keys and ids of prototypes': asText(withPrototypes),
  'with a text of two million signs': asText((text) =>
    text.replace(/([A-Za-z]{4,}[^A-Za-z]*)$/m, `${'x'.repeat(HUGE)}$1`),
  ),
  'with half characters and signs that turn the text around': asText((text) =>
    text.replaceAll(/([aeo])/g, '$1\u202E\u200B\uFEFF').replace(/[A-Z]/, '\u0000'),
  ),
  'with numbers beyond all measure': asText((text) =>
    text.replaceAll(/(?<=[\s:"=,])-?\d+(?:\.\d+)?(?=[\s",}\]])/g, '1e999'),
  ),
  'in another encoding without saying so': (content) =>
    Buffer.from(content.toString(), 'utf16le').swap16(),
  'thirty thousand times itself': asText((text) =>
    text.slice(0, 200).repeat(MANY).slice(0, 4_000_000),
  ),
  'twice in one file': asText((text) => `${text}\n${text}`),
}

const BYTE_BREAKS: Readonly<Record<string, Break>> = {
  'with bytes flipped': (content, random) => {
    const broken = Buffer.from(content)
    for (let count = 0; count < Math.max(5, content.length / 50); count += 1) {
      const at = Math.floor(random() * broken.length)
      broken[at] = (broken[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    }
    return broken
  },
  'with a stretch of zeros': (content) => {
    const broken = Buffer.from(content)
    broken.fill(0, Math.floor(content.length / 3), Math.floor(content.length / 2))
    return broken
  },
  'with its head gone': (content) => content.subarray(Math.floor(content.length / 5)),
  'followed by a megabyte of chance': (content, random) =>
    Buffer.concat([content, Buffer.from(Array.from({ length: 1_000_000 }, () => random() * 256))]),
}

/** Every way on one specimen; where a way leaves it as it is, it isn't broken and doesn't count. */
export function brokenWays({ format, name, content, isText }: Specimen): readonly HostileFile[] {
  const ways = { ...(isText ? TEXT_BREAKS : {}), ...BYTE_BREAKS }
  return Object.entries(ways).flatMap(([how, way], index) => {
    const changed = way(content, chance(index + content.length))
    return changed.equals(content) ? [] : [{ what: `${format} ${how}`, name, content: changed }]
  })
}
