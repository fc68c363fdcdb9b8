import latinRanges from '@fontsource-variable/atkinson-hyperlegible-next/unicode.json'
import arabicRanges from '@fontsource-variable/noto-sans-arabic/unicode.json'
import sansRanges from '@fontsource-variable/noto-sans/unicode.json'

interface FontFile {
  readonly family: string
  /** As in CSS: U+0000-00FF,U+0131 … */
  readonly range: string
  readonly weights: string
  /** The file as a data: URL, loaded only when asked for. */
  readonly load: () => Promise<{ readonly default: string }>
}

const ATKINSON = 'Atkinson Hyperlegible Next Variable'

const FILES: readonly FontFile[] = [
  {
    family: ATKINSON,
    range: latinRanges.latin,
    weights: '200 800',
    load: () =>
      import('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?inline'),
  },
  {
    family: ATKINSON,
    range: latinRanges['latin-ext'],
    weights: '200 800',
    load: () =>
      import('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?inline'),
  },
  {
    family: 'Noto Sans Arabic Variable',
    range: arabicRanges.arabic,
    weights: '100 900',
    load: () =>
      import('@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2?inline'),
  },
  {
    family: 'Noto Sans Variable',
    range: sansRanges.cyrillic,
    weights: '100 900',
    load: () =>
      import('@fontsource-variable/noto-sans/files/noto-sans-cyrillic-wght-normal.woff2?inline'),
  },
  {
    family: 'Noto Sans Variable',
    range: sansRanges.greek,
    weights: '100 900',
    load: () =>
      import('@fontsource-variable/noto-sans/files/noto-sans-greek-wght-normal.woff2?inline'),
  },
]

/**
 * `@font-face` rules with the bundled fonts inside, only for the scripts that a text is written in.
 * Rejects only when the app's own files cannot be loaded.
 */
export async function fontCssFor(text: string): Promise<string> {
  const codes = new Set(Array.from(text, (char) => char.codePointAt(0) ?? 0))
  const needed = FILES.filter(({ range }) => covers(range, codes))
  const faces = await Promise.all(
    needed.map(async ({ family, range, weights, load }) => {
      const { default: url } = await load()
      return `@font-face{font-family:'${family}';font-style:normal;font-weight:${weights};src:url(${url}) format('woff2');unicode-range:${range}}`
    }),
  )
  return faces.join('')
}

/** Combining marks and joiners are listed by several fonts and don't make a script. */
const SHARED = /\p{M}|\p{Cf}|[\u2010\u2011]/u

function covers(range: string, codes: ReadonlySet<number>): boolean {
  const parts = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace('U+', '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
  for (const code of codes) {
    if (SHARED.test(String.fromCodePoint(code))) continue
    if (parts.some(([from, to]) => code >= from && code <= to)) return true
  }
  return false
}
