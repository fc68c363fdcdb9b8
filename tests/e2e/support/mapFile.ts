import type { Page } from '@playwright/test'
import { addField, expect, openStart } from './app.ts'

/** What a test says of a stakeholder; the file says nothing of the rest. */
export interface Entry {
  readonly name: string
  readonly placement?: { readonly stance: number; readonly depth: number } | null
  readonly confidentiality?:
    | { readonly level: 'public' }
    | { readonly level: 'confidential'; readonly publicStance: number | null }
  readonly kind?: string
  readonly influence?: number
  readonly targetSegment?: number
  readonly role?: string
  readonly sector?: string
  readonly offers?: readonly string[]
  readonly needs?: readonly string[]
  readonly tags?: readonly string[]
  readonly description?: string
  readonly notes?: string
  readonly contact?: string
  /** Put there by hand, when `pinned`; the network's own units. */
  readonly networkPosition?: {
    readonly x: number
    readonly y: number
    readonly pinned: boolean
  }
}

/** Put in the network by hand. */
export const standsAt = (x: number, y: number): Pick<Entry, 'networkPosition'> => ({
  networkPosition: { x, y, pinned: true },
})

export interface Tie {
  /** Names of stakeholders. */
  readonly from: string
  readonly to: string
  readonly kind?: string
  readonly direction?: 'one way' | 'mutual'
  readonly strength?: 1 | 2 | 3
  /** The word of an own tie. */
  readonly label?: string
  readonly notes?: string
  readonly confidentiality?: 'public' | 'confidential'
}

/** What a test says of the map itself. */
export interface MapFacts {
  readonly alliesSide?: 'left' | 'right'
}

/** The stances in the middle of the five segments, from active allies on. */
export const STANCES = [0.8, 0.4, 0, -0.4, -0.8] as const

/** A full copy as text: who is public need not say so. */
export function mapFile(
  name: string,
  entries: readonly Entry[],
  ties: readonly Tie[] = [],
  facts: MapFacts = {},
): string {
  const idOf = new Map(entries.map((entry, index) => [entry.name, `x${index}`]))
  return JSON.stringify({
    format: 'allyscope',
    formatVersion: 1,
    map: { name, we: 'Test coalition', ...facts },
    stakeholders: entries.map((entry) => ({
      id: idOf.get(entry.name),
      confidentiality: { level: 'public' },
      ...entry,
    })),
    relationships: ties.map(({ from, to, ...said }, index) => ({
      id: `t${index}`,
      from: idOf.get(from),
      to: idOf.get(to),
      kind: 'trusts',
      confidentiality: 'public',
      ...said,
    })),
  })
}

/** A map of so many public stakeholders, some of them crowded on the same spot. */
export const crowd = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `Group number ${index + 1}`,
    placement: { stance: STANCES[index % STANCES.length] ?? 0, depth: 0.3 + (index % 7) * 0.09 },
    influence: (index % 3) / 2,
  }))

/** Opens a map file from the start page as a new map. */
export async function openMapFile(page: Page, text: string): Promise<void> {
  await openStart(page)
  await page
    .getByLabel('Import a map')
    .setInputFiles({ name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Open as a new map' }).click()
  await expect(addField(page)).toBeEnabled()
}
