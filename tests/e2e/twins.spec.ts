import type { Page } from '@playwright/test'
import { expect, look, test } from './support/app.ts'
import { keepWhatIsSaid } from './support/keptRecord.ts'
import { openMapFile } from './support/mapFile.ts'
import { openView } from './support/network.ts'
import { leavePresenting, present, PRESENT_KEYS, presentWith } from './support/presenting.ts'
import { printedRecord } from './support/printing.ts'
import { publicRecord, sentToWall, showOnWall, shownBy } from './support/publicRecord.ts'
import { scaled } from './support/scale.ts'
import { TWIN_KINDS, twinMaps } from './support/twinMaps.ts'
import { openWall } from './support/wall.ts'

/** Every kind, and everything that some pairs do alone, is in the first twelve. More: `ALLYSCOPE_TWINS=200 npx playwright test twins`. */
const PAIRS = scaled('TWINS', { small: 12, full: 20 })
const SEED = Number(process.env['ALLYSCOPE_TWINS_SEED'] ?? 20_261_122)
/** Each in two contexts of its own, so that two workers share them. */
const VISITS = Math.min(PAIRS, Math.max(4, Math.ceil(PAIRS / 12)))

// Nothing glides, so that nothing has to be waited for.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Where two records differ first, in words that name what it is about. */
function difference(one: Readonly<Record<string, string>>, other: typeof one): string[] {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return keys.flatMap((key) => {
    const [a = '', b = ''] = [one[key], other[key]]
    if (a === b) return []
    let at = 0
    while (a[at] === b[at]) at += 1
    const near = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
    return [`${key}:\n  ${near(a)}\n  ${near(b)}`]
  })
}

type Twins = readonly [Page, Page]

async function expectTheSamePrinted([page, other]: Twins, name: string): Promise<void> {
  const [ofFull, ofTwin] = await Promise.all([
    printedRecord(page, name),
    printedRecord(other, name),
  ])
  expect(difference(ofFull, ofTwin)).toEqual([])
}

/** One screen as the wall, from the team's view: every drawing, and somebody in the light. */
async function expectTheSamePresented(twins: Twins): Promise<void> {
  await Promise.all(twins.map((page) => look(page, 'Team view')))
  await Promise.all(twins.map(present))
  for (const key of PRESENT_KEYS) {
    await Promise.all(twins.map((page) => presentWith(page, key)))
    await expect
      .poll(async () => {
        const [a, b] = await Promise.all(twins.map((page) => shownBy(page, `presented, ${key}`)))
        return difference(a ?? {}, b ?? {})
      })
      .toEqual([])
  }
  await Promise.all(twins.map(leavePresenting))
}

for (let visit = 0; visit < VISITS; visit += 1) {
  const seeds = Array.from({ length: PAIRS }, (_, index) => index).filter(
    (index) => index % VISITS === visit,
  )
  test(`the public is given the same of ${seeds.length} maps and of their twins without anything confidential, ${visit + 1}`, async ({
    page,
    context,
    browser,
    baseURL,
    viewport,
  }) => {
    test.setTimeout(30_000 + seeds.length * 30_000)
    const apart = await browser.newContext({
      ...(baseURL === undefined ? {} : { baseURL }),
      viewport,
      reducedMotion: 'reduce',
      locale: 'en-GB',
    })
    await Promise.all([keepWhatIsSaid(context), keepWhatIsSaid(apart)])
    const other = await apart.newPage()
    // A minute that ends between the two is no difference between the maps.
    const now = new Date()
    await Promise.all([page.clock.setFixedTime(now), other.clock.setFixedTime(now)])
    for (const index of seeds) {
      const kind = TWIN_KINDS[index % TWIN_KINDS.length] ?? 'mixed'
      const seed = SEED + index
      await test.step(`${kind}, seed ${seed}`, async () => {
        const { full, twin, visible, hiddenNames } = twinMaps(seed, kind)
        // What takes long is done with some of them; each kind has its turn with the files.
        const wanted = {
          visible,
          word: index % 3 === 1 ? 'ur' : (hiddenNames[0]?.slice(0, 5) ?? 'nobody'),
          png: index % 5 === 0,
          formats: Math.floor(index / TWIN_KINDS.length) % 2 === 0,
        }
        const both = [page, other] as const
        const isPresented = index % 6 === 3
        const isPrinted = index % 6 === 1
        await Promise.all([openMapFile(page, full), openMapFile(other, twin)])
        const walls = await Promise.all([openWall(page), openWall(other)])
        await Promise.all([showOnWall(page), showOnWall(other)])
        const onWalls = async () => {
          const [a, b] = await Promise.all(walls.map((wall) => shownBy(wall, 'wall')))
          return difference(a ?? {}, b ?? {})
        }
        // A message takes its time: sooner or later both walls show the same.
        await expect.poll(onWalls).toEqual([])
        // The team sees two maps, and prints one.
        if (isPrinted) await test.step('printed', () => expectTheSamePrinted(both, 'team view'))
        const [ofFull, ofTwin] = await Promise.all([
          publicRecord(page, wanted),
          publicRecord(other, wanted),
        ])
        expect(difference(ofFull, ofTwin)).toEqual([])
        expect(Object.keys(ofTwin).length).toBeGreaterThan(wanted.formats ? 40 : 30)
        if (isPrinted) {
          await Promise.all(both.map((one) => openView(one, 'Network')))
          await Promise.all(both.map((one) => expect(one.getByText('Arranging…')).toHaveCount(0)))
          await test.step('printed', () => expectTheSamePrinted(both, 'public network'))
        }
        await expect.poll(onWalls).toEqual([])
        const [sent, sentOfTwin] = await Promise.all([sentToWall(page), sentToWall(other)])
        expect(sent).toEqual(sentOfTwin)
        expect(sent.length).toBeGreaterThan(5)
        if (isPresented) await test.step('presented', () => expectTheSamePresented(both))
        await Promise.all(walls.map((wall) => wall.close()))
      })
    }
    await apart.close()
  })
}
