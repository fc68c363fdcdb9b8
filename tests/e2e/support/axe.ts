import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Until nothing fades in any more: text that is half there has half its contrast. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    for (let moving = document.getAnimations(); moving.length; moving = document.getAnimations())
      await Promise.allSettled(moving.map(({ finished }) => finished))
  })

/** What axe finds, one line each, so that a failure says what and where. */
export async function faults(page: Page): Promise<string[]> {
  await atRest(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  )
}
