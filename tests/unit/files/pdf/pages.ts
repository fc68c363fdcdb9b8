import { unzlibSync } from 'fflate'
import type { PictureMark, PicturePage, TextMark } from '../../../../src/files/picture/marks.ts'

export const PLAIN = {
  fill: { colour: '#102030', opacity: 1 },
  stroke: null,
  strokeFirst: false,
} as const

export const textMark = (text: string, more: Partial<TextMark> = {}): TextMark => ({
  kind: 'text',
  runs: [{ text, weight: 400 }],
  size: 20,
  rtl: false,
  anchor: 'start',
  x: 40,
  y: 60,
  along: null,
  ...PLAIN,
  ...more,
})

export const pageWith = (...marks: readonly PictureMark[]): PicturePage => ({
  width: 800,
  height: 600,
  title: 'A page',
  marks,
})

/** Lines one below the other; those from right to left begin at the right. */
export const pageOfLines = (lines: readonly string[], rtl = false): PicturePage =>
  pageWith(...lines.map((line, i) => textMark(line, { rtl, x: rtl ? 760 : 40, y: 60 + 40 * i })))

const latin1 = new TextDecoder('latin1')

/** The file's objects by their numbers, their streams unpacked, found by the table at its end alone. */
export function objectsOf(bytes: Uint8Array): ReadonlyMap<number, string> {
  const file = latin1.decode(bytes)
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(file)?.[1])
  const [, count = '0'] = /^xref\n0 (\d+)\n/u.exec(file.slice(table)) ?? []
  const rows = file
    .slice(table)
    .split('\n')
    .slice(2, 2 + Number(count))
  const objects = new Map<number, string>()
  rows.forEach((row, i) => {
    if (i === 0) return
    const at = Number(row.slice(0, 10))
    const head = `${i} 0 obj\n`
    if (!file.startsWith(head, at)) throw new Error(`object ${i} is not where the table says`)
    const body = file.slice(at + head.length, file.indexOf('\nendobj\n', at))
    const length = Number(/\/Length (\d+) >>\nstream\n/u.exec(body)?.[1])
    if (Number.isNaN(length)) objects.set(i, body)
    else {
      const start = at + head.length + body.indexOf('stream\n') + 7
      if (!file.startsWith('\nendstream\nendobj\n', start + length))
        throw new Error(`the stream of object ${i} does not end where it says`)
      const data = unzlibSync(bytes.subarray(start, start + length))
      objects.set(i, `${body.slice(0, body.indexOf('stream\n'))}${latin1.decode(data)}`)
    }
  })
  return objects
}

/** What draws the pages. */
export const contentOf = (bytes: Uint8Array): string =>
  Array.from(objectsOf(bytes).values())
    .filter((object) => / re W n 4 M\n/u.test(object))
    .join('\n')
