import { FONT_PARTS } from './fontFiles.ts'
import { createTextSetter, type FontData, type TextSetter } from './textSetter.ts'

const WEIGHTS = [400, 700] as const
const STYLES = { 400: 'Regular', 700: 'Bold' } as const

/**
 * A setter with the app's own fonts, as many as these texts need. Everything comes out of the app's own scripts: this
 * page may ask for no other file. Rejects when they can't be loaded, or where there is no WebAssembly or no memory.
 */
export async function loadSetter(texts: string): Promise<TextSetter> {
  // As pages have them and as fonts do: letters and marks in one, and each for itself.
  const letters = texts.normalize('NFC') + texts.normalize('NFD')
  const parts = FONT_PARTS.filter(({ needed }) => needed.test(letters))
  const fonts = await Promise.all(
    parts.flatMap(({ family, load }) =>
      WEIGHTS.map(async (weight): Promise<FontData> => {
        const { default: address } = await load[weight]()
        return { name: `${family}-${STYLES[weight]}`, weight, bytes: bytesIn(address) }
      }),
    ),
  )
  const { default: wasm } = await import('harfbuzzjs/dist/harfbuzz.wasm?url&inline')
  return createTextSetter(bytesIn(wasm), fonts)
}

/** The bytes in a data: URL. */
function bytesIn(address: string): Uint8Array<ArrayBuffer> {
  const binary = atob(address.slice(address.indexOf(',') + 1))
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
