import type { Page } from '@playwright/test'
import { mapFile, type Entry, type Tie } from './mapFile.ts'

const hidden = { level: 'confidential', publicStance: null } as const

/** Words that nobody outside the team may ever meet, in any output. */
export const SECRETS = [
  'Zebedee',
  'Wystan',
  'Hushsector',
  'hushoffer',
  'hushneed',
  'hushtag',
  'hushnote',
  'hushcontact',
] as const

/** Stands in public among the passive opponents, and in truth among the active allies. */
export const QUIET: Entry = {
  name: 'Mayor’s chief of staff',
  placement: { stance: 0.95, depth: 0.4 },
  targetSegment: 0,
  influence: 0.9,
  confidentiality: { level: 'confidential', publicStance: -0.4 },
  notes: 'hushnote: leaks drafts to us',
  contact: 'hushcontact 555',
}

const OPEN: readonly Entry[] = [
  {
    name: 'Asthma Network',
    placement: { stance: 0.8, depth: 0.7 },
    role: 'member',
    sector: 'Health',
    offers: ['expertise'],
    notes: 'hushnote on an open ally',
  },
  { name: 'Ridge Energy plc', placement: { stance: -0.8, depth: 0.6 }, sector: 'Business' },
  { name: 'Fire brigade', sector: 'Government' },
]

const HIDDEN: readonly Entry[] = [
  {
    name: 'Zebedee, plant engineer',
    placement: { stance: 0.65, depth: 0.85 },
    confidentiality: hidden,
    sector: 'Hushsector',
    offers: ['hushoffer'],
    needs: ['hushneed'],
    tags: ['hushtag'],
    notes: 'hushnote',
    contact: 'hushcontact',
  },
  { name: 'Wystan, not placed', confidentiality: hidden },
]

const TIES: readonly Tie[] = [{ from: 'Asthma Network', to: 'Ridge Energy plc', kind: 'opposes' }]

/** A map with hidden stakeholders, in front, among and behind the others. */
export const mapWithHidden = (name: string): string =>
  mapFile(
    name,
    [...HIDDEN.slice(0, 1), ...OPEN.slice(0, 1), ...HIDDEN.slice(1), QUIET, ...OPEN.slice(1)],
    [
      { from: 'Zebedee, plant engineer', to: 'Ridge Energy plc' },
      ...TIES,
      { from: 'Asthma Network', to: 'Fire brigade', confidentiality: 'confidential' },
    ],
  )

/** The same map as if the hidden stakeholders and confidential ties had never been in it. */
export const mapWithoutHidden = (name: string): string =>
  mapFile(name, [...OPEN.slice(0, 1), QUIET, ...OPEN.slice(1)], TIES)

/**
 * All that a page could give away: its document with every attribute, the values in its fields, the
 * browser's own accessibility tree, the title and the address.
 */
export async function everythingShown(page: Page): Promise<string> {
  const browser = await page.context().newCDPSession(page)
  const tree = await browser.send('Accessibility.getFullAXTree')
  await browser.detach()
  const values = await page.evaluate(() =>
    [...document.querySelectorAll('input, textarea, select')].map((field) =>
      'value' in field ? String(field.value) : '',
    ),
  )
  return [
    await page.content(),
    JSON.stringify(values),
    JSON.stringify(tree),
    await page.title(),
    page.url(),
  ].join('\n')
}

/** The secrets that are in a text; none, if all is well. */
export const secretsIn = (text: string): string[] =>
  SECRETS.filter((secret) => text.includes(secret))
