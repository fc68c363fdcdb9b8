import type { Page } from '@playwright/test'

export interface Picture {
  readonly width: number
  readonly height: number
  /** How many different colours a coarse grid of its pixels has. */
  readonly colours: number
}

/** Decodes a PNG in the browser: a blank or broken one has one colour or none. */
export const decoded = (page: Page, png: Buffer): Promise<Picture> =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = bitmap
    const context = new OffscreenCanvas(480, 270).getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.imageSmoothingEnabled = false
    context.drawImage(bitmap, 0, 0, 480, 270)
    const pixels = new Uint32Array(context.getImageData(0, 0, 480, 270).data.buffer)
    return { width, height, colours: new Set(pixels).size }
  }, png.toString('base64'))

/** The share of pixels in which two pictures differ clearly, both drawn at the size of the first. */
export const unlike = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
          return createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        }),
      )
      if (!first || !second) throw new Error('two pictures are wanted')
      const { width, height } = first
      const pixelsOf = (bitmap: ImageBitmap) => {
        const context = new OffscreenCanvas(width, height).getContext('2d')
        if (context === null) throw new Error('no canvas')
        context.imageSmoothingQuality = 'high'
        context.drawImage(bitmap, 0, 0, width, height)
        return context.getImageData(0, 0, width, height).data
      }
      const [a, b] = [pixelsOf(first), pixelsOf(second)]
      // Of 255: more than the edges of letters differ by when they are scaled.
      const CLEARLY = 96
      let count = 0
      for (let at = 0; at < a.length; at += 4) {
        const differs = [0, 1, 2].some(
          (i) => Math.abs((a[at + i] ?? 0) - (b[at + i] ?? 0)) > CLEARLY,
        )
        if (differs) count += 1
      }
      return count / (width * height)
    },
    [one, other].map((picture) => picture.toString('base64')),
  )

/** A page without our Content-Security-Policy, which would refuse the style of a parsed picture. */
export const blank = (page: Page): Promise<Page> => page.context().newPage()

/** What an SVG says, read as XML; `faults` counts where it isn't well-formed. */
export async function svgRead(page: Page, svg: string) {
  const apart = await blank(page)
  const read = await apart.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      root: document.documentElement.nodeName,
      faults: document.querySelectorAll('parsererror').length,
      text: [...document.querySelectorAll('text')].map((found) => found.textContent),
      fonts: document.querySelector('style')?.textContent?.match(/@font-face/g)?.length ?? 0,
      fontData: document
        .querySelector('style')
        ?.textContent?.includes('url(data:font/woff2;base64,'),
      foreign: document.querySelectorAll('script, image, foreignObject, a').length,
    }
  }, svg)
  // Left open, it would lie before the app, which would then paint once a second.
  await apart.close()
  await page.bringToFront()
  return read
}
