import type { BrowserContext, Page } from '@playwright/test'
import { emptyMap, type MapState, spelt, type Step } from './workshop.ts'

/**
 * What was said to a person at the screen: after how many edits, all of them to be seen, the page said "All changes
 * saved on this device". Asked at each frame in the page itself, so that it is known however sudden the end.
 */
export interface Ledger {
  /** Does a commit, and knows from then on that it is on the screen. */
  readonly perform: (page: Page, step: Step) => Promise<void>
  /** As the map should be now. */
  readonly now: () => MapState
  /** Says what is wrong with a map that was opened again; null when nothing is. From here on it counts as saved. */
  readonly judge: (found: MapState) => string | null
  /** Edits begun so far. */
  readonly edits: () => number
  /** Of those begun, the last that was said to be saved. */
  readonly promised: () => number
}

/** Watches what pages of a context say; once per context, before its pages load. */
export async function watchPromises(context: BrowserContext, told: (edits: number) => void) {
  await context.exposeBinding('saidToBeSaved', (_source, edits: number) => told(edits))
  await context.addInitScript(() => {
    let last = 0
    const look = () => {
      const shown = Number(Reflect.get(window, 'editsShown') ?? 0)
      const tell: unknown = Reflect.get(window, 'saidToBeSaved')
      if (shown > last && typeof tell === 'function') {
        const says = [...document.querySelectorAll('[role=status]')].some(
          ({ textContent }) => textContent === 'All changes saved on this device',
        )
        if (says) {
          last = shown
          tell(shown)
        }
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

export function newLedger(): Ledger & { readonly promise: (edits: number) => void } {
  const states: MapState[] = [emptyMap]
  const done: string[] = []
  /** Index of the state that is known to be on the disk. */
  let safe = 0
  return {
    promise: (edits) => {
      safe = Math.max(safe, Math.min(edits, states.length - 1))
    },
    perform: async (page, step) => {
      states.push(step.after)
      done.push(step.what)
      await step.act(page)
      await page.evaluate((edits) => Reflect.set(window, 'editsShown', edits), states.length - 1)
    },
    now: () => states.at(-1) ?? emptyMap,
    edits: () => states.length - 1,
    promised: () => safe,
    judge: (found) => {
      const said = spelt(found)
      const at = states.findLastIndex((state) => spelt(state) === said)
      const story = () => done.slice(Math.max(0, safe - 3)).join('; ')
      if (at === -1)
        return `half a commit, or a state that never was, after: ${story()}\nfound ${said}\nlast  ${spelt(states.at(-1) ?? emptyMap)}`
      if (at < safe)
        return `lost edits ${at + 1} to ${safe} that were shown as saved, of: ${story()}`
      states.length = at + 1
      done.length = at
      safe = at
      return null
    },
  }
}
