import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfOf } from '../../../../src/files/pdf/pdf.ts'
import { pageFromSvg } from '../../../../src/files/picture/fromSvg.ts'
import type { PicturePage, TextMark } from '../../../../src/files/picture/marks.ts'
import { everything, svgsOf } from '../picture/pictures.ts'
import { wholeSetter } from '../setting/setters.ts'
import { pageOfLines, pageWith, PLAIN, textMark } from './pages.ts'

/** Programs that read and draw PDF files, written by others. */
const has = (program: string) => spawnSync(program, ['-v']).status === 0
const isFound = ['pdftotext', 'pdftoppm', 'pdfinfo', 'pdffonts'].every(has)
if (!isFound)
  process.stderr.write(
    'The programs of poppler were not found (apt-get install poppler-utils): PDF files are only checked by their structure.\n',
  )

const run = promisify(execFile)
const setter = await wholeSetter()
let folder = ''

/** Of all that it wraps into lines that run from right to left, poppler says where they do. */
const DIRECTION_SIGNS = /[\u200e\u200f\u202a-\u202e]/gu

async function saved(...pages: readonly PicturePage[]): Promise<string> {
  const file = join(folder, 'page.pdf')
  await writeFile(file, pdfOf(pages, setter).bytes)
  return file
}

/** The lines of text that poppler finds, in the order in which it reads them. */
async function linesIn(...pages: readonly PicturePage[]): Promise<readonly string[]> {
  const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', await saved(...pages), '-'])
  return stdout
    .replace(DIRECTION_SIGNS, '')
    .split(/[\n\f]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

interface Image {
  readonly width: number
  readonly height: number
  readonly at: (x: number, y: number) => string
}

/** A page with a pixel a unit. */
async function drawn(page: PicturePage): Promise<Image> {
  const out = join(folder, 'page')
  await run('pdftoppm', ['-r', '120', '-singlefile', await saved(page), out])
  const bytes = await readFile(`${out}.ppm`)
  const head = /^P6\n(\d+) (\d+)\n255\n/u.exec(bytes.toString('latin1', 0, 40))
  const [start, width, height] = [head?.[0].length ?? 0, Number(head?.[1]), Number(head?.[2])]
  const at = (x: number, y: number) => {
    const from = start + (Math.floor(y) * width + Math.floor(x)) * 3
    return `#${bytes.toString('hex', from, from + 3)}`
  }
  return { width, height, at }
}

describe.skipIf(!isFound)('poppler', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'allyscope-pdf-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('finds nothing wrong, no information on the file, and its own size', async () => {
    const file = await saved(...svgsOf(everything()).map(pageFromSvg))
    const { stdout, stderr } = await run('pdfinfo', [file])
    expect(stderr).toBe('')
    expect(stdout).toMatch(/Pages: +\d/u)
    expect(stdout).toMatch(/Page size: +960 x 540 pts/u)
    expect(stdout).toMatch(/Tagged: +yes/u)
    expect(stdout).not.toMatch(/Title|Author|Creator|Producer|Date/u)
    const fonts = await run('pdffonts', [file])
    expect(fonts.stderr).toBe('')
    const rows = fonts.stdout.trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows) expect(row).toMatch(/CID TrueType +Identity-H +yes yes yes/u)
  })

  it('reads names as they are written, in Latin, Cyrillic and Greek', async () => {
    const names = [
      'Mothers who sell at the Saturday market',
      'Łódź, Čeština, Đăng, Nguyễn, Việt',
      'ŋɔ ɓaɗe, Ẹgbẹ́, ĉŝ',
      'Größe: “ß” – 5 € (½)',
      'Профсоюз учителей & родители <школы>',
      'Қазақстан, Өзбек, Ґ',
      'Ένωση ἄνθρωπος',
      'office, fjord, AVATAR',
    ]
    expect(await linesIn(pageOfLines(names))).toEqual(names)
  })

  it('reads Arabic and Persian as they are written, brackets too', async () => {
    const names = [
      'اتحاد المعلمين في المدينة القديمة',
      'لا إله نعم؟',
      'اتّحاد جدًا',
      'جمعية (نقابة)',
      'کانون نویسندگان می\u200cخواهم',
    ]
    expect(await linesIn(pageOfLines(names, true))).toEqual(names)
  })

  it('reads the words of a mixed line in their order', async () => {
    const names = [
      'سنة ١٩٩٩ و 2024',
      'جمعية Nurses الجديدة',
      'جمعية (Nurses 12) الله',
      '[٣] النقل، Haulage',
    ]
    // Space and signs between two directions poppler gives to the wrong side.
    const words = (lines: readonly string[]) =>
      lines.map((line) =>
        line.match(/[\p{Script=Latin}’]+|\p{N}+|(?:(?!\p{N})\p{Script=Arabic})+/gu),
      )
    expect(words(await linesIn(pageOfLines(names, true)))).toEqual(words(names))
    const latin = ['Abc جمعية def', '12 نقابة (x)', 'Union of Nurses', 'Bishop’s office']
    expect(words(await linesIn(pageOfLines(latin)))).toEqual(words(latin))
  })

  it('reads letters that are shown as boxes', async () => {
    expect(await linesIn(pageOfLines(['Us မြန်မာ 漢字 x']))).toEqual(['Us မြန်မာ 漢字 x'])
  })

  it('reads a bent line in one, and a line with a halo once', async () => {
    const along = [
      { to: 'move', x: 100, y: 400 },
      { to: 'curve', x1: 100, y1: 100, x2: 600, y2: 100, x: 600, y: 400 },
    ] as const
    const stroke = { colour: '#ffffff', opacity: 1, width: 4, dashes: [], join: 'round' } as const
    const bent = textMark('Passive allies 1', { along })
    expect(await linesIn(pageWith(bent))).toEqual(['Passive allies 1'])
    const halo: Partial<TextMark> = { stroke, strokeFirst: true }
    expect(await linesIn(pageWith(textMark('Nurses’ union', halo)))).toEqual(['Nurses’ union'])
  })

  it('reads every name of every picture', async () => {
    const pages = svgsOf(everything()).map(pageFromSvg)
    for (const page of pages.slice(0, 4)) {
      const found = (await linesIn(page)).join(' ')
      for (const word of ['Nurses’', 'Saturday', 'Профсоюз', '<школы>', 'المعلمين', 'المدينة'])
        expect(found).toContain(word)
    }
  })

  it('reads any letters of a script that a font has', async () => {
    const scripts = [
      { letters: 'abcxyzÅéñøßŁđŽƒĉơư–“”’0159&@', rtl: false },
      { letters: 'абвжщыэюяЁЂҐқңө0159', rtl: false },
      { letters: 'αβγδλπωΆΐϋἀᾳ0159', rtl: false },
      { letters: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئؤءآأپچژگ', rtl: true },
    ]
    for (const { letters, rtl } of scripts) {
      const word = fc.string({
        unit: fc.constantFrom(...Array.from(letters)),
        minLength: 2,
        maxLength: 12,
      })
      await fc.assert(
        fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 10 }), async (lines) => {
          expect(await linesIn(pageOfLines(lines, rtl))).toEqual(lines)
        }),
        { numRuns: 8 },
      )
    }
  })

  it('draws shapes where they are and as they are coloured', async () => {
    const stroke = { colour: '#c00000', opacity: 1, width: 10, dashes: [], join: 'miter' } as const
    const page = pageWith(
      { kind: 'rect', x: 100, y: 50, width: 200, height: 100, radius: 0, ...PLAIN },
      { kind: 'circle', x: 500, y: 300, radius: 50, ...PLAIN, fill: null, stroke },
      {
        kind: 'group',
        matrix: [2, 0, 0, 2, 600, 400],
        opacity: 0.5,
        marks: [
          { kind: 'rect', x: 0, y: 0, width: 50, height: 50, radius: 0, ...PLAIN },
          { kind: 'rect', x: 0, y: 0, width: 50, height: 50, radius: 0, ...PLAIN },
        ],
      },
    )
    const { at, width, height } = await drawn(page)
    expect([width, height]).toEqual([800, 600])
    expect(at(200, 100)).toBe('#102030')
    expect(at(90, 100)).toBe('#ffffff')
    expect(at(500, 300)).toBe('#ffffff')
    expect(at(550, 300)).toBe('#c00000')
    // Half of it, however many lie on one another within.
    expect(at(650, 450)).toMatch(/^#8[78][89][0-9a-f]9[78]$/u)
  })

  it('draws a line from its anchor, a halo under its letters, and boxes hollow', async () => {
    const ink = (image: Image, from: number, to: number, colour: string) => {
      for (let x = from; x < to; x++)
        for (let y = 200; y < 330; y++) if (image.at(x, y) === colour) return true
      return false
    }
    const size = 100
    const right = await drawn(pageWith(textMark('HH', { size, x: 400, y: 300, anchor: 'end' })))
    expect(ink(right, 0, 400, '#102030')).toBe(true)
    expect(ink(right, 401, 800, '#102030')).toBe(false)
    const arabic = await drawn(pageWith(textMark('قد', { size, x: 400, y: 300, rtl: true })))
    expect(ink(arabic, 0, 400, '#102030')).toBe(true)
    expect(ink(arabic, 405, 800, '#102030')).toBe(false)
    const stroke = { colour: '#00ff00', opacity: 1, width: 20, dashes: [], join: 'round' } as const
    const halo = await drawn(
      pageWith(textMark('I', { size, x: 400, y: 300, stroke, strokeFirst: true })),
    )
    expect(ink(halo, 0, 800, '#00ff00')).toBe(true)
    expect(ink(halo, 0, 800, '#102030')).toBe(true)
    const box = await drawn(pageWith(textMark('漢', { size, x: 400, y: 300 })))
    expect(box.at(410, 299)).toBe('#102030')
    expect(box.at(450, 270)).toBe('#ffffff')
  })
})
