/** Near the most that a map can hold, with room for what a visit adds: here the app is measured alone. */
export const HUGE = 9900

/** No figure may grow faster than the map. */
const GROWING = ['open', 'drag', 'pan', 'zoom', 'heap', 'enter', 'key to card', 'tidy main']

/**
 * What is to be reached, by count of stakeholders: `most` times what the subject `than` needs (a number: what the
 * app itself needs with so many), or `most` in the figure's own unit where there is nothing to compare with.
 */
export const TARGETS = {
  50: [
    { figure: 'open', than: 'stock', most: 1.3 },
    { figure: 'drag', than: 'stock', most: 0.85 },
    { figure: 'pan', than: 'stock', most: 0.5 },
    { figure: 'zoom', than: 'stock', most: 0.6 },
    { figure: 'heap', than: 'stock', most: 1.5 },
    { figure: 'drag p95', most: 17 },
    { figure: 'pan p95', most: 17 },
    { figure: 'zoom p95', most: 17 },
  ],
  300: [
    { figure: 'open', than: 'stock', most: 1 },
    { figure: 'drag', than: 'stock', most: 0.5 },
    { figure: 'drag', than: 'svg', most: 1 },
    { figure: 'pan', than: 'stock', most: 0.2 },
    { figure: 'zoom', than: 'stock', most: 0.25 },
    { figure: 'heap', than: 'stock', most: 0.7 },
    { figure: 'png', than: 'canvas', most: 1.2 },
    { figure: 'drag p95', most: 17 },
    { figure: 'pan p95', most: 17 },
    { figure: 'zoom p95', most: 17 },
    { figure: 'enter', most: 50 },
    { figure: 'tidy', most: 300 },
    { figure: 'scripts', most: 200 },
  ],
  2000: [
    { figure: 'open', than: 'stock', most: 0.4 },
    { figure: 'drag', than: 'stock', most: 0.1 },
    { figure: 'pan', than: 'stock', most: 0.05 },
    { figure: 'zoom', than: 'stock', most: 0.09 },
    { figure: 'heap', than: 'stock', most: 0.3 },
    { figure: 'png', than: 'canvas', most: 1.5 },
    { figure: 'drag p95', most: 34 },
    { figure: 'pan p95', most: 34 },
    { figure: 'zoom p95', most: 34 },
  ],
  [HUGE]: GROWING.map((figure) => ({ figure, than: 300, most: HUGE / 300 })),
}

/** What each figure is called in the report. */
export const FIGURES = {
  open: 'open, ms',
  drag: 'drag, main ms a step',
  pan: 'pan, main ms a step',
  zoom: 'zoom, main ms a step',
  'drag ends': 'drag, pick up and drop, main ms',
  'pan ends': 'pan, begin and end, main ms',
  'zoom ends': 'zoom, begin and end, main ms',
  'drag p95': 'drag, frames p95, ms',
  'pan p95': 'pan, frames p95, ms',
  'zoom p95': 'zoom, frames p95, ms',
  heap: 'heap after load, MB',
  scripts: 'JavaScript loaded, kB gzipped',
  png: 'PNG 3,840 px, first, ms',
  'png again': 'PNG 3,840 px, again, ms',
  'open direct': 'open past the service worker, ms',
  enter: 'Enter to the name on screen, ms',
  'key to card': 'key 3 to the card on the half-pie, ms',
  tidy: 'Tidy, click to the picture, ms',
  'tidy main': 'Tidy, all main-thread work, ms',
  'tidy alone': 'Tidy, algorithm alone, first run, ms',
  'tidy alone warm': 'Tidy, algorithm alone, warm, ms',
}

/** Of safety: what each figure is called, and the most that it may be. */
export const SAFETY = {
  blank: {
    name: 'from the second Escape to the blank screen, 2,000 sealed stakeholders, ms',
    most: 100,
  },
  derive: { name: 'from “Unlock” to the key (Argon2id, 64 MiB, 3 passes), ms', most: null },
  'derive gap': { name: 'longest task of the main thread in it, ms', most: 50 },
  read: { name: 'from the key until 2,000 sealed stakeholders are read, ms', most: null },
  'read gap': { name: 'longest task of the main thread in it, ms', most: 50 },
  'open sealed': { name: 'from the key until they are painted, ms', most: 500 },
  'draw gap': {
    name: 'longest task of the main thread in drawing them, as without a seal, ms',
    most: null,
  },
  wall: {
    name: 'from a key to the moved card painted on the wall, 300 stakeholders, ms',
    most: 100,
  },
}

/** Of pictures: what each figure is called, and the most that it may be. */
export const PICTURES = {
  png: { name: 'PNG of 3,840 px, first, ms', most: 1000 },
  'png gap': { name: 'longest task of the main thread in it, ms', most: null },
  pdf: { name: 'PDF, first, ms', most: 3000 },
  'pdf gap': { name: 'longest task of the main thread in it, ms', most: null },
  pptx: { name: 'PowerPoint, first, ms', most: null },
  'pptx gap': { name: 'longest task of the main thread in it, ms', most: null },
  zip: { name: 'zip of every view and hand-out in every format, ms', most: 15_000 },
  'zip gap': { name: 'longest task of the main thread in it, ms', most: null },
}
