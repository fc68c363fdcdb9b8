/*
 * Functions that run inside the measured pages, before anything of theirs. They are sent there as text
 * and can refer to nothing outside themselves.
 */

/** `window.opened`: resolves with the ms from the start of the navigation to the picture. */
export function watchOpening() {
  if (location.pathname.endsWith('.txt')) return
  window.opened = new Promise((done, failed) => {
    const say = () =>
      failed(new Error(`not open after 30 s: ${document.body?.innerText.slice(0, 300)}`))
    const patience = setTimeout(say, 30_000)
    const look = () => {
      // A page that is measured otherwise must come to rest: what draws frames all the time works quicker.
      if (document.readyState === 'complete' && !window.bench) {
        clearTimeout(patience)
        return
      }
      if (!window.bench?.ready() || document.fonts.status !== 'loaded') {
        requestAnimationFrame(look)
        return
      }
      // Drawn in this frame; the start of the one after the next is when it is surely painted.
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
    }
    requestAnimationFrame(look)
  })
}

/** `window.frameTimes`: the times between frames in ms, from `start` to `stop`. */
export function watchFrames() {
  let times = null
  const tick = (time) => {
    if (!times) return
    times.push(time)
    requestAnimationFrame(tick)
  }
  window.frameTimes = {
    start() {
      times = []
      requestAnimationFrame(tick)
    },
    stop() {
      const gaps = times.slice(1).map((time, i) => time - times[i])
      times = null
      return gaps
    },
  }
}

/** `window.pictured`: resolves with the ms from the next click to the next PNG handed to the browser. */
export function watchPictures() {
  let clicked = 0
  addEventListener('click', (event) => (clicked = event.timeStamp), true)
  const make = URL.createObjectURL.bind(URL)
  let tell = () => undefined
  window.pictured = () => new Promise((done) => (tell = done))
  URL.createObjectURL = (blob) => {
    if (blob.type === 'image/png') tell({ ms: performance.now() - clicked, bytes: blob.size })
    return make(blob)
  }
}

/** `window.untilSeen(event, look)`: ms from the next such event until what `look` waits for is painted. */
export function watchEffects() {
  window.untilSeen = (type, look) =>
    new Promise((done, failed) => {
      setTimeout(() => failed(new Error(`nothing was seen after ${type}: ${look}`)), 5000)
      const onEvent = ({ timeStamp }) => {
        const check = () => {
          if (!look()) requestAnimationFrame(check)
          else requestAnimationFrame(() => done(performance.now() - timeStamp))
        }
        requestAnimationFrame(check)
      }
      addEventListener(type, onEvent, { capture: true, once: true })
    })
}

/** The app as the bench sees it; its own code knows nothing of this. */
export function appPage({ count }) {
  if (location.pathname.endsWith('.txt')) return
  const pane = () => document.querySelector('.canvas')
  const canvas = () => pane().getBoundingClientRect()
  const middle = () => {
    const { x, y, width, height } = canvas()
    return { x: x + width / 2, y: y + height / 2 }
  }
  const cardAt = ({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-stakeholder]')
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  /** From afar a card becomes an element when the pointer is over it. */
  async function hover({ x, y }) {
    const at = { clientX: x, clientY: y, bubbles: true, pointerType: 'mouse' }
    document.elementFromPoint(x, y)?.dispatchEvent(new PointerEvent('pointermove', at))
    await frame()
    await frame()
  }
  window.bench = {
    ready() {
      const card = document.querySelector('.canvas .react-flow__node:last-child')
      return (
        pane()?.dataset.drawn === String(count) &&
        card !== null &&
        getComputedStyle(card).visibility === 'visible'
      )
    },
    /** The middle of a card, which is as near as can be to the middle of the canvas. */
    async cardSpot() {
      const centre = middle()
      const spots = Array.from({ length: 900 }, (_, i) => ({
        x: centre.x + 6 * Math.sqrt(i) * Math.cos(2.4 * i),
        y: centre.y + 6 * Math.sqrt(i) * Math.sin(2.4 * i),
      }))
      const isFar = pane().classList.contains('is-far')
      for (const spot of spots) {
        if (isFar && !cardAt(spot)) await hover(spot)
        const card = cardAt(spot)
        if (!card) continue
        const { x, y, width, height } = card.getBoundingClientRect()
        return { x: x + width / 2, y: y + height / 2 }
      }
      throw new Error('there is no card in the middle of the canvas')
    },
    emptySpot() {
      const { x, y } = canvas()
      return { x: x + 30, y: y + 30 }
    },
    middle,
    state() {
      const ghost = document.querySelector('.ghost')?.getAttribute('style')
      return `${document.querySelector('.react-flow__viewport')?.getAttribute('style')} ${ghost}`
    },
  }
}
