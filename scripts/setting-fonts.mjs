// Writes src/files/setting/fonts/*.ttf: the bundled fonts as PDF and HarfBuzz want them, static at the two weights that
// pictures use and without the letters that other fonts already have.
// Run again when a font package changes: node scripts/setting-fonts.mjs (into another folder: its path behind it)
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { fromWoff2 } from './woff2.mjs'

const root = new URL('..', import.meta.url)
const modules = new URL('node_modules/', root)
const [, , elsewhere] = process.argv
const folder = elsewhere
  ? pathToFileURL(`${elsewhere}/`)
  : new URL('src/files/setting/fonts/', root)

const WEIGHTS = [400, 700]
const ATKINSON = 'atkinson-hyperlegible-next'
/** `letters`: from, to; of the whole file without. */
const FONTS = [
  { file: 'latin', pack: ATKINSON, part: 'latin' },
  { file: 'latin-ext', pack: ATKINSON, part: 'latin-ext' },
  {
    file: 'more-latin',
    pack: 'noto-sans',
    part: 'latin-ext',
    // African letters, those of the phonetic alphabet that orthographies use, and letters with a dot or line.
    letters: [
      [0x108, 0x2af],
      [0x1e00, 0x1e9f],
    ],
  },
  { file: 'vietnamese', pack: 'noto-sans', part: 'vietnamese' },
  { file: 'cyrillic', pack: 'noto-sans', part: 'cyrillic' },
  {
    file: 'cyrillic-ext',
    pack: 'noto-sans',
    part: 'cyrillic-ext',
    letters: [[0x48a, 0x52f]],
  },
  { file: 'greek', pack: 'noto-sans', part: 'greek' },
  { file: 'greek-ext', pack: 'noto-sans', part: 'greek-ext' },
  {
    file: 'arabic',
    pack: 'noto-sans-arabic',
    part: 'arabic',
    letters: [
      [0x600, 0x6ff],
      [0x750, 0x77f],
      [0x8a0, 0x8b4],
      [0x200c, 0x200f],
      [0xfd3e, 0xfd3f],
      [0xfdf2, 0xfdfd],
    ],
  },
]
/** What nobody asks for: variations of the family, smoothing, names of glyphs. */
const NOT_NEEDED = ['STAT', 'gasp', 'post']

const NO_HINTING = 1
const UNICODES = 1
const DROPPED_TABLES = 3
const NAMES = 4
/** Copyright, licence, and where the licence is. */
const TO_BE_TOLD = [0, 13, 14]
const READ_ONLY = 1

const tag = (text) => Buffer.from(text, 'latin1').readUInt32BE()

const { instance } = await WebAssembly.instantiate(
  readFileSync(new URL('harfbuzzjs/dist/harfbuzz-subset.wasm', modules)),
)
const hb = instance.exports
hb._initialize()

function subset(font, weight, letters) {
  const at = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer).set(font, at)
  const blob = hb.hb_blob_create(at, font.length, READ_ONLY, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  const input = hb.hb_subset_input_create_or_fail()
  hb.hb_subset_input_set_flags(input, NO_HINTING)
  const unicodes = hb.hb_subset_input_set(input, UNICODES)
  if (letters)
    for (const [from, to] of letters)
      for (let code = from; code <= to; code++) hb.hb_set_add(unicodes, code)
  else hb.hb_set_invert(unicodes)
  const names = hb.hb_subset_input_set(input, NAMES)
  for (const name of TO_BE_TOLD) hb.hb_set_add(names, name)
  const dropped = hb.hb_subset_input_set(input, DROPPED_TABLES)
  for (const name of NOT_NEEDED) hb.hb_set_add(dropped, tag(name))
  if (!hb.hb_subset_input_pin_axis_location(input, face, tag('wght'), weight))
    throw new Error('the font has no weights')
  const made = hb.hb_subset_or_fail(face, input)
  if (!made) throw new Error('the font could not be made')
  const out = hb.hb_face_reference_blob(made)
  const [from, length] = [hb.hb_blob_get_data(out, 0), hb.hb_blob_get_length(out)]
  const bytes = Buffer.from(new Uint8Array(hb.memory.buffer, from, length))
  hb.hb_blob_destroy(out)
  hb.hb_subset_input_destroy(input)
  hb.hb_face_destroy(made)
  hb.hb_face_destroy(face)
  hb.hb_blob_destroy(blob)
  hb.free(at)
  return bytes
}

mkdirSync(folder, { recursive: true })
for (const file of readdirSync(folder)) if (file.endsWith('.ttf')) rmSync(new URL(file, folder))
for (const { file, pack, part, letters } of FONTS) {
  const path = `@fontsource-variable/${pack}/files/${pack}-${part}-wght-normal.woff2`
  const font = fromWoff2(readFileSync(new URL(path, modules)))
  for (const weight of WEIGHTS)
    writeFileSync(new URL(`${file}-${weight}.ttf`, folder), subset(font, weight, letters))
}
