import type { Page } from '@playwright/test'
import { canvas, expect, notPlaced } from './app.ts'
import { cardBoxes } from './pie.ts'

/** What a person sees of the open map: names, standings, places to the pixel, counts, and the view. */
export async function shownState(page: Page): Promise<unknown> {
  await expect(canvas(page).getByRole('application')).toBeVisible()
  await settled(page)
  return {
    issue: await page.getByRole('heading', { level: 1 }).textContent(),
    cards: [...(await cardBoxes(page))],
    unplaced: await notPlaced(page).getByRole('listitem').allTextContents(),
    labels: await canvas(page).locator('svg.pie text').allTextContents(),
    arrows: await canvas(page).locator('svg.arrows path').count(),
    view: await page.locator('.react-flow__viewport').getAttribute('style'),
  }
}

/** Waits until nothing is on its way any more, as after Tidy. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    return Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
