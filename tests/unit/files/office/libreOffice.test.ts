import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findLibreOffice } from '../../../../scripts/otherPrograms.mjs'
import { textWidth } from '../../../../src/drawing/measure.ts'
import { workbookOf } from '../../../../src/files/office/workbook.ts'
import { pageFromSvg } from '../../../../src/files/picture/fromSvg.ts'
import type { Matrix, PictureMark } from '../../../../src/files/picture/marks.ts'
import { applied, combined, IDENTITY, scaleOf } from '../../../../src/files/picture/matrix.ts'
import { pptxOf } from '../../../../src/files/pptx/pptxOf.ts'
import { everything, svgsOf } from '../picture/pictures.ts'

/** A program that opens both, written by others: where it is missing, the tests of the files' structure stand alone. */
const office = await findLibreOffice()
const run = promisify(execFile)
const hasPoppler = await run('pdftotext', ['-v']).then(
  () => true,
  () => false,
)

const SLOW = 120_000
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function converted(name: string, bytes: Uint8Array, to: string): Promise<string> {
  await writeFile(join(folder, name), bytes)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  await run(
    office ?? '',
    [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, name)],
    { timeout: SLOW },
  )
  return join(folder, name.replace(/\.\w+$/u, `.${to.split(':')[0]}`))
}

interface Word {
  readonly text: string
  /** The middle, in units of the page. */
  readonly x: number
  readonly y: number
}

/** Where the first words of Latin lines stand in the display list, to be found again. */
function linesIn(marks: readonly PictureMark[], outer: Matrix = IDENTITY): Word[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'group') return linesIn(mark.marks, combined(outer, mark.matrix))
    if (mark.kind !== 'text' || mark.along || mark.rtl) return []
    const text = mark.runs.map((run_) => run_.text).join('')
    if (!/^[\w’ ]+$/u.test(text)) return []
    const width = mark.runs.reduce(
      (sum, { text: part, weight }) => sum + textWidth(part, { size: mark.size, weight }),
      0,
    )
    const aside = { start: width / 2, middle: 0, end: -width / 2 }[mark.anchor]
    const { x, y } = applied(outer, mark.x + aside, mark.y - 0.34 * mark.size)
    return scaleOf(outer) * mark.size > 8 ? [{ text, x, y }] : []
  })
}

/** The lines of a page as poppler finds them. */
function linesOfPdf(html: string): Word[] {
  return [
    ...html.matchAll(
      /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gsu,
    ),
  ].map(([, left, top, right, bottom, words = '']) => ({
    text: [...words.matchAll(/>([^<]*)<\/word>/gu)].map(([, word]) => word).join(' '),
    // A point is 1/0.6 of a unit.
    x: (Number(left) + Number(right)) / 1.2,
    y: (Number(top) + Number(bottom)) / 1.2,
  }))
}

describe.skipIf(office === null)('LibreOffice (not tested where it is not installed)', () => {
  it.skipIf(!hasPoppler)(
    'shows the texts of a presentation where the picture has them, whatever font it has',
    async () => {
      const pages = svgsOf(everything()).map(pageFromSvg)
      const pdf = await converted('pictures.pptx', pptxOf(pages), 'pdf')
      for (const [index, page] of pages.entries()) {
        const number = String(index + 1)
        const { stdout } = await run('pdftotext', [
          '-bbox-layout',
          '-f',
          number,
          '-l',
          number,
          pdf,
          '-',
        ])
        const shown = linesOfPdf(stdout)
        const wanted = linesIn(page.marks)
        expect(wanted.length).toBeGreaterThan(8)
        const astray = wanted.filter(
          ({ text, x, y }) =>
            !shown.some(
              (one) =>
                one.text.includes(text) &&
                // Another font is wider, and two texts in a row are taken for one line.
                Math.abs(one.y - y) < 6 &&
                Math.abs(one.x - x) < (one.text === text ? 14 : 400),
            ),
        )
        expect(astray).toEqual([])
      }
    },
    SLOW,
  )

  it(
    'reads a workbook as it was written, and works nothing out',
    async () => {
      const rows = [
        ['Name', 'Notes'],
        ['=1+1', 'two\nlines'],
        ['اتحاد', '007'],
      ]
      // Comma, quotes, UTF-8.
      const csv = await converted(
        'table.xlsx',
        workbookOf([{ name: 'Stakeholders', rows }]),
        'csv:Text - txt - csv (StarCalc):44,34,76',
      )
      expect(await readFile(csv, 'utf8')).toBe('Name,Notes\n=1+1,"two\nlines"\nاتحاد,007\n')
    },
    SLOW,
  )
})
