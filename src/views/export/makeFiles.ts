import type { MapView } from '../../audience/view.ts'
import { breath } from '../../domain/breath.ts'
import type { Result } from '../../domain/result.ts'
import { fontCssFor } from '../../drawing/embeddedFonts.ts'
import type { Picture } from '../../drawing/picture.ts'
import { type PngFailure, renderPng } from '../../drawing/png.ts'
import { svgMarkup } from '../../drawing/svgText.ts'
import { filePages } from '../../files/made/pictureThread.ts'
import type { PageFailure, PageFormat } from '../../files/made/pictureJobs.ts'
import { tableCsv, tableXlsx } from '../../files/table/stakeholderTable.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import type { Format } from './choices.ts'

/** A picture, and what it is called in a zip: a word of ours, never of the map. */
export interface NamedPicture {
  readonly name: string
  readonly picture: Picture
}

export interface MadeFile {
  /** Without an extension. */
  readonly name: string
  readonly extension: string
  readonly mediaType: string
  readonly content: Blob
}

/** Something that people should know about a file that was made, or why one was not. */
export type MadeNote =
  | { readonly code: 'clamped'; readonly width: number }
  | { readonly code: 'missing'; readonly letters: readonly string[]; readonly format: Format }
  | { readonly code: PngFailure | PageFailure; readonly format: Format }

export interface MadeFiles {
  readonly files: readonly MadeFile[]
  readonly notes: readonly MadeNote[]
}

export interface MakingChoices {
  readonly formats: readonly Format[]
  /** Of a PNG, in px across. */
  readonly width: number
}

export interface MakingHow {
  readonly signal: AbortSignal
  /** Share of the work done, 0 … 1. */
  readonly onProgress: (done: number) => void
}

interface Step {
  (signal: AbortSignal): Promise<Result<MadeFile, MadeNote> & { readonly note?: MadeNote | null }>
}

/**
 * Makes every file that was chosen, one after the other. What can't be made is told in the notes, and the rest is made
 * all the same. Rejects with the signal's reason when it is called off.
 */
export async function makeFiles(
  pictures: readonly NamedPicture[],
  table: MapView,
  choices: MakingChoices,
  { signal, onProgress }: MakingHow,
): Promise<MadeFiles> {
  const steps = stepsFor(pictures, table, choices)
  const files: MadeFile[] = []
  const notes: MadeNote[] = []
  for (const [i, step] of steps.entries()) {
    onProgress(i / steps.length)
    // Gives the page time to paint, and to hear that it is called off.
    await breath()
    signal.throwIfAborted()
    const made = await step(signal)
    if (made.ok) files.push(made.value)
    else notes.push(made.error)
    if (made.note) notes.push(made.note)
  }
  signal.throwIfAborted()
  return { files, notes }
}

function stepsFor(
  pictures: readonly NamedPicture[],
  table: MapView,
  { formats, width }: MakingChoices,
): Step[] {
  return formats.flatMap((format): Step[] => {
    switch (format) {
      case 'png':
        return pictures.map((one) => () => pngStep(one, width))
      case 'svg':
        return pictures.map((one) => () => svgStep(one))
      case 'outlines':
        return pictures.map((one) => (signal) => pagesStep('outlines', [one], signal))
      case 'pdf':
      case 'pptx':
        return pictures.length ? [(signal) => pagesStep(format, pictures, signal)] : []
      case 'xlsx':
      case 'csv':
        return [() => Promise.resolve(tableStep(format, table))]
    }
  })
}

/** The very bytes of an SVG file, with its fonts inside. */
async function svgOf(picture: Picture, width?: number): Promise<string> {
  const plain = svgMarkup(picture)
  return svgMarkup(picture, { width, fontCss: await fontCssFor(plain) })
}

export async function pngStep({ name, picture }: NamedPicture, width: number): ReturnType<Step> {
  const { page } = picture.frame
  const across = Math.round(width * Math.min(1, page.width / page.height))
  const png = await renderPng(await svgOf(picture, across), across)
  if (!png.ok) return { ok: false, error: { code: png.error, format: 'png' } }
  const { blob, clamped } = png.value
  return {
    ok: true,
    value: { name, extension: '.png', mediaType: 'image/png', content: blob },
    note: clamped ? { code: 'clamped', width: Math.max(png.value.width, png.value.height) } : null,
  }
}

async function svgStep({ name, picture }: NamedPicture): ReturnType<Step> {
  return { ok: true, value: fileOf(name, 'svg', await svgOf(picture)) }
}

async function pagesStep(
  format: PageFormat,
  pictures: readonly NamedPicture[],
  signal: AbortSignal,
): ReturnType<Step> {
  const svgs = pictures.map(({ picture }) => svgMarkup(picture))
  const made = await filePages({ format, svgs }, signal)
  if (!made.ok) return { ok: false, error: { code: made.error, format } }
  const { bytes, missing } = made.value
  const name = format === 'outlines' ? `${pictures[0]?.name ?? ''}-outlines` : 'pictures'
  return {
    ok: true,
    value: fileOf(name, format, bytes),
    note: missing.length ? { code: 'missing', letters: missing, format } : null,
  }
}

const tableStep = (format: 'xlsx' | 'csv', view: MapView): Awaited<ReturnType<Step>> => ({
  ok: true,
  value: fileOf(
    'stakeholders',
    format,
    format === 'csv' ? tableCsv(view) : tableXlsx(view, { sheet: t('export.subject.table') }),
  ),
})

const KINDS: Readonly<Record<Format, { readonly extension: string; readonly mediaType: string }>> =
  {
    png: { extension: '.png', mediaType: 'image/png' },
    svg: { extension: '.svg', mediaType: 'image/svg+xml' },
    outlines: { extension: '.svg', mediaType: 'image/svg+xml' },
    pdf: { extension: '.pdf', mediaType: 'application/pdf' },
    pptx: {
      extension: '.pptx',
      mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    },
    xlsx: {
      extension: '.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    csv: { extension: '.csv', mediaType: 'text/csv' },
  }

function fileOf(name: string, format: Format, content: string | Uint8Array<ArrayBuffer>): MadeFile {
  const kind = KINDS[format]
  return { name, ...kind, content: new Blob([content], { type: kind.mediaType }) }
}
