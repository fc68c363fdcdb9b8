import { pause } from './browser.mjs'
import { p95 } from './figures.mjs'

const STEPS = 40
const FRAME_STEPS = 30
/** Moves that belong to the start of a gesture and not to its steps. */
const FIRST_MOVES = 4
/** At least this far apart: no more than one step a frame. */
const STEP_MS = 16
/** A gesture's last work is done by then: wheels end 150 ms after their last turn. */
const SETTLE_MS = 350
const REACH = 110

/** Most of a loop: it ends elsewhere than at `from`, so that something has been moved. */
const along = ({ x, y }, share) => ({
  x: x + REACH * Math.sin(1.6 * Math.PI * share),
  y: y + 0.6 * REACH * (Math.cos(1.6 * Math.PI * share) - 1),
})

const mouse = (cdp, type, { x, y }, buttons, more = {}) =>
  cdp.send('Input.dispatchMouseEvent', {
    type,
    x,
    y,
    button: buttons ? 'left' : 'none',
    buttons,
    ...more,
  })

/** A press at a spot, moved around and let go. */
const byHand = (spot) => (cdp, page) => {
  let from
  return {
    async begin() {
      from = await page.evaluate(`window.bench.${spot}()`)
      await mouse(cdp, 'mouseMoved', from, 0)
      await pause(100)
    },
    press: () => mouse(cdp, 'mousePressed', from, 1, { button: 'left', clickCount: 1 }),
    step: (share) => mouse(cdp, 'mouseMoved', along(from, share), 1),
    release: () =>
      mouse(cdp, 'mouseReleased', along(from, 1), 0, { button: 'left', clickCount: 1 }),
  }
}

/** In by a factor of about three and out again. */
const byWheel = (cdp, page) => {
  let at
  return {
    async begin() {
      at = await page.evaluate('window.bench.middle()')
      await mouse(cdp, 'mouseMoved', at, 0)
      await pause(100)
    },
    press: () => Promise.resolve(),
    step: (share) =>
      cdp.send('Input.dispatchMouseEvent', {
        type: 'mouseWheel',
        ...at,
        deltaX: 0,
        deltaY: share <= 0.5 ? -40 : 40,
      }),
    release: () => Promise.resolve(),
  }
}

export const GESTURES = {
  drag: byHand('cardSpot'),
  pan: byHand('emptySpot'),
  zoom: byWheel,
}

async function paced(run) {
  const start = performance.now()
  await run()
  await pause(Math.max(0, STEP_MS - (performance.now() - start)))
}

async function moves(gesture, from, count, total) {
  for (let i = from; i < from + count; i += 1) await paced(() => gesture.step((i + 1) / total))
}

/**
 * Main-thread CPU time of one gesture, in ms: `step` for each step on the way, `ends` for all that it
 * costs besides: picking up, letting go, and the drawing after that.
 */
export async function costOf(make, page, { cdp, cpu }) {
  const gesture = make(cdp, page)
  await gesture.begin()
  const before = await page.evaluate('window.bench.state()')
  const total = FIRST_MOVES + STEPS
  const marks = [await cpu()]
  await gesture.press()
  await moves(gesture, 0, FIRST_MOVES, total)
  marks.push(await cpu())
  await moves(gesture, FIRST_MOVES, STEPS - 1, total)
  marks.push(await cpu())
  const during = await page.evaluate('window.bench.state()')
  if (during === before) throw new Error(`a gesture moved nothing in ${page.url()}`)
  marks.push(await cpu())
  await moves(gesture, total - 1, 1, total)
  await gesture.release()
  await pause(SETTLE_MS)
  marks.push(await cpu())
  const [start, first, last, late, end] = marks
  return { step: (last - first) / (STEPS - 1), ends: first - start + end - late }
}

/** The 95th percentile of the times between frames during a gesture, in ms. */
export async function framesOf(make, page, { cdp }) {
  const gesture = make(cdp, page)
  await gesture.begin()
  await gesture.press()
  await page.evaluate('window.frameTimes.start()')
  await moves(gesture, 0, FRAME_STEPS, FRAME_STEPS)
  const gaps = await page.evaluate('window.frameTimes.stop()')
  await gesture.release()
  await pause(SETTLE_MS)
  return p95(gaps)
}
