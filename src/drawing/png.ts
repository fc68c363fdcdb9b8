import { breath } from '../domain/breath.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { imageChunksOnly } from './pngChunks.ts'

/** A PNG, and how large it became: `clamped` when this device cannot make one as wide as asked for. */
export interface PngPicture {
  readonly blob: Blob
  readonly width: number
  readonly height: number
  readonly clamped: boolean
}

/** `unreadable`: the browser cannot draw this SVG. `no canvas`: too little memory even for a small one. `not encoded`: PNG failed. */
export type PngFailure = 'unreadable' | 'no canvas' | 'not encoded'

/** Pictures are offered in these widths, in px. */
export const PNG_WIDTHS = [1920, 3840, 7680] as const

/** Not tried below this width: it would not be readable. */
const LEAST_WIDTH = 960

/**
 * Draws an SVG text as a PNG of the given width in px, in the browser, without any request.
 * Fonts must be inside the SVG.
 */
export async function renderPng(
  svg: string,
  width: number,
): Promise<Result<PngPicture, PngFailure>> {
  const witnessed = withWitnesses(svg)
  const url = URL.createObjectURL(new Blob([witnessed?.svg ?? svg], { type: 'image/svg+xml' }))
  try {
    const image = await loadImage(url)
    if (!image) return fail('unreadable')
    const { width: across, height: down } = witnessed ?? {
      width: image.naturalWidth,
      height: image.naturalHeight,
    }
    const surface = largestCanvas(width, down / across)
    if (!surface) return fail('no canvas')
    const { canvas, context } = surface
    if (witnessed) await fontsInUse(image, witnessed)
    context.drawImage(image, 0, 0, across, down, 0, 0, canvas.width, canvas.height)
    const blob = await encoded(canvas)
    const size = { width: canvas.width, height: canvas.height }
    // Gives the memory back at once; a large canvas may otherwise linger.
    canvas.width = canvas.height = 0
    return blob
      ? ok({ blob: await withoutMetadata(blob), ...size, clamped: size.width < width })
      : fail('not encoded')
  } finally {
    URL.revokeObjectURL(url)
  }
}

/**
 * Chromium encodes in the idle time between frames. A page at rest draws none, and then it would begin a second later: so
 * frames are asked for as long as it takes.
 */
async function encoded(canvas: HTMLCanvasElement): Promise<Blob | null> {
  let request = 0
  const goOn = () => {
    request = requestAnimationFrame(goOn)
  }
  goOn()
  try {
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } finally {
    cancelAnimationFrame(request)
  }
}

const withoutMetadata = async (png: Blob): Promise<Blob> =>
  new Blob([imageChunksOnly(new Uint8Array(await png.arrayBuffer()))], { type: png.type })

async function loadImage(url: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = url
  try {
    await image.decode()
  } catch {
    return null
  }
  return image.naturalWidth > 0 && image.naturalHeight > 0 ? image : null
}

/** A picture with a strip below it, in which each font has to show itself. */
interface Witnessed {
  readonly svg: string
  /** Size of the picture alone, in its own px. */
  readonly width: number
  readonly height: number
  readonly witnesses: number
}

/** A letter of each script that a bundled font is for. */
const LETTERS = ['H', 'Ă', 'Ж', 'Ω', 'ع'] as const
/** Side of a letter's field in px. */
const FIELD = 24
/** How often to look, and when to give up, in ms: by then browsers draw with another font. */
const WATCH = { interval: 4, longest: 3000 } as const

/**
 * The picture with a letter of each script in each font that it brings, below its own edge; null when it brings none.
 * A letter for which a font has no glyph is there at once and says nothing.
 */
function withWitnesses(svg: string): Witnessed | null {
  const size = /<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg)
  const families = new Set(
    Array.from(svg.matchAll(/@font-face\{font-family:('[^']+')/g), ([, name]) => name),
  )
  const [width, height] = [Number(size?.[1]), Number(size?.[2])]
  if (families.size === 0 || !(width > 0 && height > 0)) return null
  const letters = Array.from(families).flatMap((family) =>
    LETTERS.map((letter) => ({ family, letter })),
  )
  const texts = letters.map(
    ({ family, letter }, i) =>
      `<text x="${(i + 0.25) * FIELD}" y="${height + 0.75 * FIELD}" font-size="${FIELD * 0.6}" font-family="${family}">${letter}</text>`,
  )
  const picture = svg.slice(svg.indexOf('<svg'))
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + FIELD}">${picture}${texts.join('')}</svg>`,
    width,
    height,
    witnesses: letters.length,
  }
}

/**
 * Waits until the fonts inside an SVG image are in use. Browsers may start to load them only when they are first
 * drawn, leave their text blank meanwhile, and say nothing when they are ready: so the letters in the strip are
 * drawn until none of them is blank.
 */
async function fontsInUse(
  image: HTMLImageElement,
  { height, witnesses }: Witnessed,
): Promise<void> {
  const canvas = document.createElement('canvas')
  canvas.width = witnesses * FIELD
  canvas.height = FIELD
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return
  const { width } = canvas
  const isBlank = (field: number) => {
    const { data } = context.getImageData(field * FIELD, 0, FIELD, FIELD)
    return data.every((value) => value === 0)
  }
  const end = performance.now() + WATCH.longest
  while (performance.now() < end) {
    context.clearRect(0, 0, width, FIELD)
    context.drawImage(image, 0, height, width, FIELD, 0, 0, width, FIELD)
    if (!Array.from({ length: witnesses }, (_, i) => i).some(isBlank)) return
    await (document.hidden
      ? breath()
      : new Promise((resolve) => setTimeout(resolve, WATCH.interval)))
  }
}

/** Canvases beyond a device's limits exist but stay empty, so a drawn corner is looked at before one is trusted. */
function largestCanvas(width: number, ratio: number) {
  for (let tried = width; tried >= Math.min(width, LEAST_WIDTH); tried = Math.floor(tried * 0.75)) {
    const canvas = document.createElement('canvas')
    canvas.width = tried
    canvas.height = Math.round(tried * ratio)
    const context = canvas.getContext('2d')
    if (context && keepsCorner(canvas, context)) return { canvas, context }
    canvas.width = canvas.height = 0
  }
  return null
}

/** Looked at through a tiny second canvas: reading back from the large one would make it slow. */
function keepsCorner(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D): boolean {
  const [x, y] = [canvas.width - 1, canvas.height - 1]
  const probe = document.createElement('canvas')
  probe.width = probe.height = 1
  const look = probe.getContext('2d')
  if (!look) return false
  context.fillRect(x, y, 1, 1)
  look.drawImage(canvas, x, y, 1, 1, 0, 0, 1, 1)
  context.clearRect(x, y, 1, 1)
  return look.getImageData(0, 0, 1, 1).data[3] === 255
}
