import type { BrowserContext, Page } from '@playwright/test'

/**
 * Keeps, from the start of every page, what is announced and what is sent over channels; both are read by
 * `publicRecord`. Channels' own names are random and tell nothing.
 */
export async function keepWhatIsSaid(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    // A notice goes by itself, in one of two windows sooner than in the other: here it stays.
    const later = window.setTimeout.bind(window)
    const [shortest, longest] = [6000, 15_000]
    Object.assign(window, {
      setTimeout: (run: TimerHandler, ms = 0, ...given: unknown[]) =>
        ms >= shortest && ms <= longest ? 0 : later(run, ms, ...given),
    })
    const said: string[] = []
    const sent: string[] = []
    Object.assign(window, { said, sent })
    const LIVE = '[role=status],[role=alert],[aria-live]'
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const live = element?.closest(LIVE)
        const text = live?.textContent ?? ''
        if (text !== '' && said.at(-1) !== text) said.push(text)
      }
    }).observe(document, { subtree: true, childList: true, characterData: true })
    // Files are taken where they are handed to the browser: many downloads take long.
    const blobs = new Map<string, Blob>()
    const makeUrl = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      const url = makeUrl(blob)
      blobs.set(url, blob)
      return url
    }
    let hand: (file: readonly [string, Blob]) => void = () => undefined
    HTMLAnchorElement.prototype.click = function take() {
      const blob = blobs.get(this.href)
      if (blob) hand([this.download, blob])
    }
    const nextFile = async (): Promise<string> => {
      const [name, blob] = await new Promise<readonly [string, Blob]>((done) => (hand = done))
      const bytes = new Uint8Array(await blob.arrayBuffer())
      return `${name}, ${blob.type}\n${Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')}`
    }
    Object.assign(window, { nextFile })
    const post = Reflect.get(BroadcastChannel.prototype, 'postMessage')
    BroadcastChannel.prototype.postMessage = function keep(message: unknown) {
      if (this.name.startsWith('allyscope-wall-')) sent.push(JSON.stringify(message))
      Reflect.apply(post, this, [message])
    }
  })
}

/** Forgets what was said so far. */
export const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const said: unknown = Reflect.get(window, 'said')
    if (Array.isArray(said)) said.length = 0
  })

export const kept = (page: Page, what: 'said' | 'sent'): Promise<string> =>
  page.evaluate((name) => JSON.stringify(Reflect.get(window, name)), what)
