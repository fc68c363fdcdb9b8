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

/** A page without our Content-Security-Policy, which would refuse the style of a parsed picture. */
export const blank = (page: Page): Promise<Page> => page.context().newPage()

/** What an SVG says, read as XML; `faults` counts where it isn't well-formed. */
export const svgRead = async (page: Page, svg: string) =>
  (await blank(page)).evaluate((text) => {
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
