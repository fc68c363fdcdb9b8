import { zlibSync } from 'fflate'

/** An object of the file, by its number. */
export type Ref = number

/** Objects of a PDF file, written in the order of their numbers. */
export interface PdfFile {
  /** A number for an object that comes later. */
  readonly reserve: () => Ref
  /** Values as they are written: `<< /Type /Page >>`. */
  readonly put: (ref: Ref, value: string) => void
  readonly add: (value: string) => Ref
  /** `entries`: what its dictionary says beside length and filter. */
  readonly addStream: (data: Uint8Array | string, entries?: string) => Ref
  /** The whole file. No dates, no author, no numbers of its own: what is the same inside is the same outside. */
  readonly bytes: (root: Ref) => Uint8Array<ArrayBuffer>
}

const LEVEL = 6
/** Says that the file is binary, to programs that look at its start. */
const BINARY = [0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]

const encoder = new TextEncoder()
export const reference = (ref: Ref): string => `${ref} 0 R`

export function createPdfFile(): PdfFile {
  const objects: (readonly Uint8Array[] | null)[] = []
  const reserve = () => objects.push(null)
  const place = (ref: Ref, ...parts: readonly (string | Uint8Array)[]) => {
    objects[ref - 1] = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part))
  }
  const addParts = (...parts: readonly (string | Uint8Array)[]) => {
    const ref = reserve()
    place(ref, ...parts)
    return ref
  }
  return {
    reserve,
    put: place,
    add: addParts,
    addStream(data, entries = '') {
      const pressed = zlibSync(typeof data === 'string' ? encoder.encode(data) : data, {
        level: LEVEL,
      })
      const head = `<< ${entries} /Filter /FlateDecode /Length ${pressed.length} >>\nstream\n`
      return addParts(head, pressed, '\nendstream')
    },
    bytes(root) {
      const parts: Uint8Array[] = []
      let length = 0
      const write = (part: string | Uint8Array) => {
        const bytes = typeof part === 'string' ? encoder.encode(part) : part
        parts.push(bytes)
        length += bytes.length
      }
      write('%PDF-1.7\n')
      write(Uint8Array.from(BINARY))
      const places = objects.map((object, i) => {
        const at = length
        write(`${i + 1} 0 obj\n`)
        for (const part of object ?? [encoder.encode('null')]) write(part)
        write('\nendobj\n')
        return at
      })
      const table = length
      write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`)
      for (const at of places) write(`${String(at).padStart(10, '0')} 00000 n \n`)
      write(`trailer\n<< /Size ${objects.length + 1} /Root ${reference(root)} >>\n`)
      write(`startxref\n${table}\n%%EOF\n`)
      const file = new Uint8Array(length)
      let at = 0
      for (const part of parts) {
        file.set(part, at)
        at += part.length
      }
      return file
    },
  }
}

/** A text as UTF-16 in hexadecimal digits: `<FEFF…>` says so itself, for text that a reader shows. */
export const hexText = (text: string): string => `<FEFF${utf16Digits(text)}>`

export const utf16Digits = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => hex4(text.charCodeAt(i))).join('')

export const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')

/** A number as PDF wants it: no exponent, no "-0", three decimals, which are less than a hair. */
export const pdfNumber = (value: number): string => String(Math.round(value * 1000) / 1000 + 0)
