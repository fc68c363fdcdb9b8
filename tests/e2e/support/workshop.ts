import type { Page } from '@playwright/test'
import {
  addField,
  addStakeholder,
  canvas,
  card,
  cards,
  details,
  expect,
  notPlaced,
  pasteNames,
  trayCard,
  undoButton,
} from './app.ts'

/**
 * A workshop by chance: edits as people make them, and what the map should be after each, so that a map that is opened
 * again can be found in the row of states that it went through.
 */

/** What is kept about a map: where each stands (in a card's own words; '' = not placed), and one note. */
export interface MapState {
  readonly places: ReadonlyMap<string, string>
  readonly note: string
}

/** One commit. */
export interface Step {
  readonly what: string
  readonly after: MapState
  readonly act: (page: Page) => Promise<void>
}

/** Whose notes are written. */
const SCRIBE = 'Scribe'
const STANDS_AS = [
  '',
  'active ally',
  'passive ally',
  'neutral',
  'passive opponent',
  'active opponent',
]
const PASTED = 10
/** Fewer than are drawn as one bitmap from afar, and all of them on the screen. */
const ROOM = 45

export const emptyMap: MapState = { places: new Map(), note: '' }

/** The same for the same map, whatever the order on the screen. */
export const spelt = ({ places, note }: MapState): string =>
  JSON.stringify([[...places].toSorted(([a], [b]) => (a < b ? -1 : 1)), note])

/** Reads the open map off the screen: its names, where they stand, and the scribe's note. */
export async function readMap(page: Page): Promise<MapState> {
  const unplaced = await notPlaced(page).getByRole('listitem').allTextContents()
  const placed = await cards(page).evaluateAll((found) =>
    found.map((one) => one.getAttribute('aria-label') ?? ''),
  )
  const places = new Map(unplaced.map((name) => [name, '']))
  for (const label of placed) {
    const [name = '', stands = ''] = label.split(', ')
    places.set(name, stands)
  }
  if (!places.has(SCRIBE)) return { places, note: '' }
  await trayCard(page, SCRIBE).click()
  const note = details(page).getByRole('textbox', { name: 'Notes' })
  await expect(note).toBeVisible()
  // What was half written when the browser went is offered, and no part of the map.
  const offered = details(page).getByRole('button', { name: 'Drop it: Notes' })
  if (await offered.isVisible()) await offered.click()
  return { places, note: await note.inputValue() }
}

const visible = (page: Page, name: string) => expect(trayCard(page, name)).toBeVisible()

/** A map's story by chance: each call gives the next few commits. */
export function workshop(random: () => number) {
  let called = 0
  const name = (what: string) => `${what} ${(called += 1)}`
  const below = (count: number) => Math.floor(random() * count)
  const one = <T>(list: readonly T[]): T | undefined => list[below(list.length)]
  const withPlaces = (state: MapState, changes: readonly (readonly [string, string])[]) => ({
    ...state,
    places: new Map([...state.places, ...changes]),
  })
  const without = (state: MapState, gone: string) => ({
    ...state,
    places: new Map([...state.places].filter(([key]) => key !== gone)),
  })

  const add = (now: MapState): readonly Step[] => {
    const called_ = name('Guest')
    const there = withPlaces(now, [[called_, '']])
    const added: Step = {
      what: `add ${called_}`,
      after: there,
      act: (page) => addStakeholder(page, called_),
    }
    const key = below(6)
    if (key === 0) return [added]
    return [
      added,
      {
        what: `place ${called_} by ${key}`,
        after: withPlaces(there, [[called_, STANDS_AS[key] ?? '']]),
        act: async (page) => {
          await addField(page).press(String(key))
          await expect(card(page, called_)).toBeAttached()
        },
      },
    ]
  }

  const paste = (now: MapState): readonly Step[] => {
    const names = Array.from({ length: PASTED }, () => name('Pasted'))
    const after = withPlaces(
      now,
      names.map((each) => [each, '']),
    )
    const act = async (page: Page) => {
      await pasteNames(page, names.join('\n'))
      await visible(page, names.at(-1) ?? '')
    }
    return [{ what: `paste ${PASTED}`, after, act }]
  }

  const importTable = (now: MapState): readonly Step[] => {
    const names = Array.from({ length: PASTED }, () => name('Imported'))
    const after = withPlaces(
      now,
      names.map((each) => [each, 'neutral']),
    )
    const act = async (page: Page) => {
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      await page.getByLabel('File', { exact: true }).setInputFiles({
        name: 'list.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`Label,Segment\n${names.map((each) => `${each},neutral`).join('\n')}`),
      })
      await page.getByRole('button', { name: `Import ${PASTED} stakeholders` }).click()
      await expect(card(page, names.at(-1) ?? '')).toBeAttached()
    }
    return [{ what: `import ${PASTED}`, after, act }]
  }

  const write = (now: MapState): readonly Step[] => {
    const note = name('Call after six, says')
    const act = async (page: Page) => {
      await trayCard(page, SCRIBE).click()
      await details(page).getByRole('textbox', { name: 'Notes' }).fill(note)
      await addField(page).focus()
    }
    return now.places.has(SCRIBE) ? [{ what: 'note', after: { ...now, note }, act }] : []
  }

  const take = (now: MapState): readonly Step[] => {
    const gone = one(
      [...now.places].flatMap(([key, at]) => (at === '' && key !== SCRIBE ? [key] : [])),
    )
    if (gone === undefined) return []
    const act = async (page: Page) => {
      await trayCard(page, gone).click()
      await page.keyboard.press('Delete')
      await expect(trayCard(page, gone)).toHaveCount(0)
    }
    return [{ what: `remove ${gone}`, after: without(now, gone), act }]
  }

  const move = (now: MapState): readonly Step[] => {
    const moved = one([...now.places].flatMap(([key, at]) => (at === '' ? [] : [key])))
    if (moved === undefined) return []
    const stands = STANDS_AS[1 + below(5)] ?? ''
    const act = async (page: Page) => {
      await card(page, moved).focus()
      await page.keyboard.press(String(STANDS_AS.indexOf(stands)))
      await expect(card(page, moved)).toHaveAccessibleName(new RegExp(stands))
    }
    return [{ what: `move ${moved}`, after: withPlaces(now, [[moved, stands]]), act }]
  }

  /** Somebody is added, and that is taken back. */
  const slip = (now: MapState): readonly Step[] => {
    const slipped = name('Slip')
    return [
      {
        what: `add ${slipped}`,
        after: withPlaces(now, [[slipped, '']]),
        act: (page) => addStakeholder(page, slipped),
      },
      {
        what: 'undo',
        after: now,
        act: async (page) => {
          await undoButton(page).click()
          await expect(trayCard(page, slipped)).toHaveCount(0)
        },
      },
    ]
  }

  return {
    next(now: MapState): readonly Step[] {
      if (!now.places.has(SCRIBE)) {
        const after = withPlaces(now, [[SCRIBE, '']])
        return [{ what: 'the scribe', after, act: (page) => addStakeholder(page, SCRIBE) }]
      }
      const hasRoom = now.places.size < ROOM
      const kinds = [
        write,
        move,
        take,
        slip,
        ...(hasRoom ? [add, add, add, paste, importTable] : []),
      ]
      const steps = one(kinds)?.(now) ?? []
      return steps.length > 0 ? steps : slip(now)
    },
  }
}

/** Waits until the map that was open last is open again and can be edited. */
export async function mapIsOpen(page: Page): Promise<void> {
  await expect(addField(page)).toBeEnabled()
  await expect(canvas(page).getByRole('application')).toBeVisible()
}
