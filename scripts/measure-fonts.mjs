// Writes src/drawing/fontMetrics.ts: advance widths of the bundled fonts, measured in Chromium.
// Run again when a font package changes: node scripts/measure-fonts.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const root = new URL('..', import.meta.url)
const fontUrl = (pack, file) => {
  const path = new URL(`node_modules/@fontsource-variable/${pack}/files/${file}`, root)
  return `data:font/woff2;base64,${readFileSync(path).toString('base64')}`
}
const faces = [
  ['Latin', 'atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-wght-normal.woff2'],
  ['Latin', 'atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-ext-wght-normal.woff2'],
  ['Cyrillic', 'noto-sans', 'noto-sans-cyrillic-wght-normal.woff2'],
  ['Greek', 'noto-sans', 'noto-sans-greek-wght-normal.woff2'],
  ['Arabic', 'noto-sans-arabic', 'noto-sans-arabic-arabic-wght-normal.woff2'],
]
const blocks = [
  ['Latin', 0x20, 0x7e],
  ['Latin', 0xa0, 0x17f],
  ['Latin', 0x2010, 0x203a],
  ['Latin', 0x20ac, 0x20ac],
  ['Greek', 0x384, 0x3ce],
  ['Cyrillic', 0x400, 0x45f],
  ['Cyrillic', 0x490, 0x491],
  ['Arabic', 0x60c, 0x64a],
  ['Arabic', 0x660, 0x6d5],
]

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const executablePath = candidates.find((path) => path && existsSync(path))
if (!executablePath) {
  console.error(
    'No Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
  process.exit(1)
}
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
// The two Latin files are two families here, tried one after the other, so that no unicode-range is needed.
const css = faces.map(
  ([, pack, file], i) =>
    `@font-face{font-family:F${i};font-weight:100 900;src:url(${fontUrl(pack, file)})}`,
)
await page.setContent(`<style>${css.join('')}</style>`)
const fontsOf = (script) => faces.flatMap(([name], i) => (name === script ? [`F${i}`] : []))

const measured = await page.evaluate(
  async ({ wanted, familiesOf }) => {
    const context = document.createElement('canvas').getContext('2d')
    const weights = [400, 700]
    for (const list of Object.values(familiesOf))
      for (const family of list)
        for (const weight of weights) await document.fonts.load(`${weight} 100px ${family}`, 'aяαب')
    const width = (text, weight, families) => {
      const seen = ['serif', 'monospace'].map((fallback) => {
        context.font = `${weight} 1000px ${[...families, fallback].join(',')}`
        return Math.round(context.measureText(text).width)
      })
      return seen[0] === seen[1] ? seen[0] : null // differs: the fallback drew it
    }
    // Joins on both sides; what it adds itself is taken off again.
    const tatweel = '\u0640'
    const joinedWidth = (text, weight, families) => {
      if (text === tatweel) return width(text, weight, families)
      const strokes = text.split(tatweel).length - 1
      const whole = width(text, weight, families)
      return whole === null ? null : whole - strokes * width(tatweel, weight, families)
    }
    /** A letter after a tatweel stands farther from it than after a letter: by how much, by weight. */
    const BEH = '\u0628'
    const asides = weights.map((weight) => {
      const measure = (text) => joinedWidth(text, weight, familiesOf['Arabic'])
      return measure(BEH + tatweel) + measure(tatweel + BEH) - measure(BEH + BEH)
    })
    return wanted.map(([script, from, to]) => {
      const rows = weights.map(() => ({ alone: [], final: [], initial: [], medial: [] }))
      for (let code = from; code <= to; code++) {
        const char = String.fromCodePoint(code)
        weights.forEach((weight, i) => {
          const measure = (form) => joinedWidth(form, weight, familiesOf[script])
          const alone = measure(char)
          rows[i].alone.push(alone)
          if (script !== 'Arabic') return
          const joins = char === tatweel ? '' : tatweel
          const afterTatweel = measure(joins + char)
          const joinsBefore = afterTatweel !== null && afterTatweel !== alone
          const closer = (found) => (found === null || !joinsBefore ? found : found - asides[i])
          rows[i].final.push(closer(afterTatweel))
          rows[i].initial.push(measure(char + joins))
          rows[i].medial.push(closer(measure(joins + char + joins)))
        })
      }
      return { script, from, rows }
    })
  },
  { wanted: blocks, familiesOf: Object.fromEntries(faces.map(([name]) => [name, fontsOf(name)])) },
)
await browser.close()

// Two base-36 digits a character; "zz" = the font has no such character.
const encode = (widths) =>
  widths
    .map((w) => (w === null ? 'zz' : Math.max(0, Math.min(w, 1290)).toString(36).padStart(2, '0')))
    .join('')
const both = ([regular, bold], form) => `['${encode(regular[form])}', '${encode(bold[form])}']`
const block = ({ from, rows }) => {
  const forms = rows[0].final.length ? ['final', 'initial', 'medial'] : []
  const lines = ['alone', ...forms].map((form) => `    ${form}: ${both(rows, form)},`)
  return `  {\n    from: 0x${from.toString(16)},\n${lines.join('\n')}\n  },`
}
writeFileSync(
  new URL('src/drawing/fontMetrics.ts', root),
  `// Written by scripts/measure-fonts.mjs; not to be edited by hand.

/** Advance widths of consecutive characters in 1/1000 em, two base-36 digits each; zz = not in the font. */
export interface WidthBlock {
  readonly from: number
  /** At weight 400 and at weight 700. */
  readonly alone: readonly [string, string]
  /** Arabic letters when joined to the letter before, to the one after, to both. */
  readonly final?: readonly [string, string]
  readonly initial?: readonly [string, string]
  readonly medial?: readonly [string, string]
}

export const WIDTH_BLOCKS: readonly WidthBlock[] = [
${measured.map(block).join('\n')}
]
`,
)
