import { fail, ok, type Result } from '../domain/result.ts'

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
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = await loadImage(url)
    if (!image) return fail('unreadable')
    const ratio = image.naturalHeight / image.naturalWidth
    const surface = largestCanvas(width, ratio)
    if (!surface) return fail('no canvas')
    const { canvas, context } = surface
    if (svg.includes('@font-face')) await fontsInUse(image, ratio)
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    const size = { width: canvas.width, height: canvas.height }
    // Gives the memory back at once; a large canvas may otherwise linger.
    canvas.width = canvas.height = 0
    return blob ? ok({ blob, ...size, clamped: size.width < width }) : fail('not encoded')
  } finally {
    URL.revokeObjectURL(url)
  }
}

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

const PROBE = { width: 640, interval: 35, equalFrames: 3, longest: 3000 } as const

/**
 * Waits until the fonts inside an SVG image are in use. Browsers start to load some of them only when they are
 * first drawn, leave that text blank meanwhile, and say nothing when they are ready: so it is drawn small until
 * several drawings in a row are alike.
 */
async function fontsInUse(image: HTMLImageElement, ratio: number): Promise<void> {
  const canvas = document.createElement('canvas')
  canvas.width = PROBE.width
  canvas.height = Math.round(PROBE.width * ratio)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return
  const end = performance.now() + PROBE.longest
  let last: Uint32Array | null = null
  for (let equal = 0; equal < PROBE.equalFrames && performance.now() < end;) {
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    const frame = new Uint32Array(data.buffer)
    equal = last?.every((pixel, i) => pixel === frame[i]) ? equal + 1 : 0
    last = frame
    await new Promise((resolve) => setTimeout(resolve, PROBE.interval))
  }
}

/** Canvases beyond a device's limits exist but stay empty, so a drawn corner is looked at before one is trusted. */
function largestCanvas(width: number, ratio: number) {
  for (let tried = width; tried >= LEAST_WIDTH; tried = Math.floor(tried * 0.75)) {
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
