import { inflateSync } from 'node:zlib'

/** The first byte of what zlib has packed. */
const PACKED = 0x78

/** A PDF with its streams unpacked, a character a byte. */
export function unpackedPdf(pdf: Buffer): string {
  const parts: string[] = []
  let at = 0
  for (;;) {
    const start = pdf.indexOf('stream\n', at)
    const end = start === -1 ? -1 : pdf.indexOf('endstream', start)
    if (end === -1) break
    parts.push(pdf.toString('latin1', at, start))
    const content = pdf.subarray(start + 'stream\n'.length, end)
    parts.push((content[0] === PACKED ? inflateSync(content) : content).toString('latin1'))
    at = end
  }
  parts.push(pdf.toString('latin1', at))
  return parts.join('')
}

/** What a PDF of ours says, a line of it each, as it is read aloud and copied. */
export const textsOfPdf = (pdf: Buffer): string[] =>
  Array.from(unpackedPdf(pdf).matchAll(/<FEFF([0-9A-F]+)>/gu), ([, digits = '']) =>
    Buffer.from(digits, 'hex').swap16().toString('utf16le'),
  )
