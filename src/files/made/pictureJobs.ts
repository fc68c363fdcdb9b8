import { isOutOfMemory } from '../../domain/outOfMemory.ts'
import type { PicturePage } from '../picture/marks.ts'
import type { TextSetter } from '../setting/textSetter.ts'

/** Files that are written from pages, and take a while. */
export const PAGE_FORMATS = ['pdf', 'pptx', 'outlines'] as const
export type PageFormat = (typeof PAGE_FORMATS)[number]

/** Plain data, for it crosses to a worker and back. */
export interface PageJob {
  readonly format: PageFormat
  /** The pages as SVG texts, without fonts. */
  readonly svgs: readonly string[]
}

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Letters that no font of ours has: a box stands for each. */
  readonly missing: readonly string[]
}

/** `no memory`: the pages are too many or too large for this device. */
export type PageFailure = 'no memory' | 'failed'

/** Why a file could not be written. */
export const failureOf = (reason: unknown): PageFailure =>
  isOutOfMemory(reason) ? 'no memory' : 'failed'

/** Writes one file from pages, on whatever thread. Each format loads what it needs when it is first asked for. */
export async function writePages({ format, svgs }: PageJob): Promise<PageFile> {
  const { pageFromSvg } = await import('../picture/fromSvg.ts')
  const pages = svgs.map(pageFromSvg)
  switch (format) {
    case 'pdf': {
      const [{ pdfOf }, setter] = await Promise.all([import('../pdf/pdf.ts'), setterFor(svgs)])
      return pdfOf(pages, setter)
    }
    case 'pptx': {
      const { pptxOf } = await import('../pptx/pptxOf.ts')
      return { bytes: pptxOf(pages), missing: [] }
    }
    case 'outlines':
      return outlined(pages, svgs)
  }
}

const setterFor = async (svgs: readonly string[]): Promise<TextSetter> =>
  (await import('../setting/loadSetter.ts')).loadSetter(svgs.join(''))

/** An SVG has one page. */
async function outlined(
  [page]: readonly PicturePage[],
  svgs: readonly string[],
): Promise<PageFile> {
  if (!page) throw new Error('no page to be outlined')
  const { outlinedSvg } = await import('../outlines/outlinedSvg.ts')
  const { svg, missing } = outlinedSvg(page, await setterFor(svgs))
  return { bytes: new TextEncoder().encode(svg), missing }
}
