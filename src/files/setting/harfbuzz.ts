/*
 * HarfBuzz by its C functions. The package's own JavaScript asks the server for its WebAssembly, which this page may
 * not, and is larger than the few calls that setting a line takes.
 */

/** A font that HarfBuzz has read, by its place in the order of adding. */
export type FontHandle = number

/** As shaped, in the font's units, y up. */
export interface ShapedGlyph {
  readonly id: number
  /** Where its letter begins in the text, in UTF-16 units. */
  readonly cluster: number
  readonly advance: number
  readonly dx: number
  readonly dy: number
}

/** A stretch of a text in one font and direction. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly rtl: boolean
}

export interface HarfBuzz {
  addFont: (bytes: Uint8Array) => FontHandle
  /** The font's plain glyph for a character; 0 when it has none. */
  glyphOf: (font: FontHandle, code: number) => number
  /** Glyphs from left to right. The whole text is given: letters join to what stands beside the stretch. */
  shape: (font: FontHandle, text: string, stretch: Stretch) => readonly ShapedGlyph[]
}

const PAGE_BYTES = 65536
const READ_ONLY = 1
const LEFT_TO_RIGHT = 4
const RIGHT_TO_LEFT = 5
/** Marks keep the places of their own letters. */
const CLUSTER_BY_CHARACTER = 1
/** Joiners and marks of direction leave no glyph. */
const NO_INVISIBLES = 8
/** Both hb_glyph_info_t and hb_glyph_position_t: five numbers of four bytes. */
const RECORD = 20

/** HarfBuzz from the bytes of `harfbuzz.wasm`. Rejects where the browser has no WebAssembly or no memory. */
export async function loadHarfBuzz(wasm: Uint8Array<ArrayBuffer>): Promise<HarfBuzz> {
  let memory: WebAssembly.Memory | null = null
  const nothing = () => 0
  const stop = () => {
    throw new Error('HarfBuzz gave up')
  }
  const { instance } = await WebAssembly.instantiate(wasm, {
    env: {
      _abort_js: stop,
      _emscripten_runtime_keepalive_clear: nothing,
      _setitimer_js: nothing,
      emscripten_resize_heap: (bytes: number) => {
        if (!memory) return 0
        memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / PAGE_BYTES))
        return 1
      },
    },
    wasi_snapshot_preview1: { proc_exit: stop },
  })
  const { exports } = instance
  if (!(exports['memory'] instanceof WebAssembly.Memory)) throw new Error('not HarfBuzz')
  memory = exports['memory']
  native(exports, '__wasm_call_ctors')()
  return wrap(exports, memory)
}

/** Pointers and numbers in, one out. */
type Native = (...args: readonly number[]) => number

function native(exports: WebAssembly.Exports, name: string): Native {
  const found = exports[name]
  if (typeof found !== 'function') throw new Error(`HarfBuzz has no ${name}`)
  return (...args) => Number(found(...args))
}

function wrap(exports: WebAssembly.Exports, memory: WebAssembly.Memory): HarfBuzz {
  const hb = (name: string) => native(exports, `hb_${name}`)
  const malloc = native(exports, 'malloc')
  const free = native(exports, 'free')
  const nominalGlyph = hb('font_get_nominal_glyph')
  const [clear, addUtf16, guess] = [
    hb('buffer_clear_contents'),
    hb('buffer_add_utf16'),
    hb('buffer_guess_segment_properties'),
  ]
  const [setDirection, setLevel, setFlags] = [
    hb('buffer_set_direction'),
    hb('buffer_set_cluster_level'),
    hb('buffer_set_flags'),
  ]
  const [infosOf, positionsOf, shape] = [
    hb('buffer_get_glyph_infos'),
    hb('buffer_get_glyph_positions'),
    hb('shape'),
  ]
  const buffer = hb('buffer_create')()
  /** Room for one number that HarfBuzz gives back beside its answer. */
  const aside = malloc(4)
  const fonts: number[] = []
  const view = () => new DataView(memory.buffer)

  return {
    addFont(bytes) {
      const at = malloc(bytes.length)
      new Uint8Array(memory.buffer).set(bytes, at)
      const blob = hb('blob_create')(at, bytes.length, READ_ONLY, 0, 0)
      const face = hb('face_create')(blob, 0)
      return fonts.push(hb('font_create')(face)) - 1
    },

    glyphOf(font, code) {
      return nominalGlyph(fonts[font] ?? 0, code, aside) === 0 ? 0 : view().getUint32(aside, true)
    },

    shape(font, text, { from, to, rtl }) {
      const letters = malloc(text.length * 2)
      const chars = new Uint16Array(memory.buffer, letters, text.length)
      for (let i = 0; i < text.length; i++) chars[i] = text.charCodeAt(i)
      clear(buffer)
      setFlags(buffer, NO_INVISIBLES)
      setLevel(buffer, CLUSTER_BY_CHARACTER)
      addUtf16(buffer, letters, text.length, from, to - from)
      setDirection(buffer, rtl ? RIGHT_TO_LEFT : LEFT_TO_RIGHT)
      guess(buffer)
      shape(fonts[font] ?? 0, buffer, 0, 0)
      free(letters)
      const infos = infosOf(buffer, aside)
      const count = view().getUint32(aside, true)
      const positions = positionsOf(buffer, 0)
      const data = view()
      return Array.from({ length: count }, (_, i) => {
        const [info, position] = [infos + i * RECORD, positions + i * RECORD]
        return {
          id: data.getUint32(info, true),
          cluster: data.getUint32(info + 8, true),
          advance: data.getInt32(position, true),
          dx: data.getInt32(position + 8, true),
          dy: data.getInt32(position + 12, true),
        }
      })
    },
  }
}
