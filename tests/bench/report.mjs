import { median, short } from './figures.mjs'
import { PICTURED } from './pictures.mjs'
import { FIGURES, PICTURES, SAFETY, TARGETS } from './targets.mjs'

const COLUMNS = {
  app: 'Allyscope, spectrum',
  network: 'Allyscope, network',
  stock: 'React Flow, stock',
  svg: 'SVG by hand',
  canvas: 'canvas by hand',
}

/** The medians of a subject's visits, by figure. */
export const medians = (visits) =>
  Object.fromEntries(
    Object.keys(FIGURES).map((figure) => [figure, median(visits.map((one) => one[figure]))]),
  )

function line(cells, widths) {
  return `| ${cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`
}

function table(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length), 3))
  const rule = widths.map((width, i) => (i ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
  const [head, ...rest] = rows
  return [
    line(head, widths),
    `| ${rule.join(' | ')} |`,
    ...rest.map((row) => line(row, widths)),
  ].join('\n')
}

function measured(results) {
  const names = Object.keys(COLUMNS).filter((name) => name in results)
  const figures = Object.keys(FIGURES).filter((figure) =>
    names.some((name) => results[name][figure] !== null),
  )
  return table([
    ['', ...names.map((name) => COLUMNS[name])],
    ...figures.map((figure) => [
      FIGURES[figure],
      ...names.map((name) => short(results[name][figure])),
    ]),
  ])
}

/** A figure of a view of ours, as it is judged; null when it was not measured. */
function judged(sizes, count, name, { figure, than }) {
  const own = sizes[count][name]?.[figure] ?? null
  const other = typeof than === 'number' ? sizes[than]?.[name] : sizes[count][than]
  if (than === undefined || own === null) return own
  return other?.[figure] ? own / other[figure] : null
}

const thanWhat = (than) =>
  typeof than === 'number' ? `with ${than.toLocaleString('en-GB')} stakeholders` : COLUMNS[than]

function compared(sizes, count) {
  const rows = (TARGETS[count] ?? []).map((target) => {
    const { figure, than, most } = target
    const values = ['app', 'network'].map((name) => judged(sizes, count, name, target))
    const known = values.filter((value) => value !== null)
    const what = than
      ? `${FIGURES[figure].replace(/, [^,]*$/, '')} ÷ ${thanWhat(than)}`
      : FIGURES[figure]
    const reached =
      known.length === 0 ? '–' : known.every((value) => value <= most) ? 'met' : 'missed'
    return [what, ...values.map(short), `≤ ${most}`, reached]
  })
  return table([['', 'spectrum', 'network', 'to reach', ''], ...rows])
}

/** What was measured in the app alone, beside what is to be reached. */
function alone(targets, figures) {
  const rows = Object.entries(targets).map(([figure, { name, most }]) => {
    const value = figures[figure] ?? null
    const reached = most === null || value === null ? '' : value <= most ? 'met' : 'missed'
    return [name, short(value), most === null ? '' : `≤ ${most}`, reached]
  })
  return table([['', 'Allyscope', 'to reach', ''], ...rows])
}

/** The whole report in Markdown; the same text is printed. */
export function report({ sizes, pictures, safety, machine, repeats, date }) {
  const parts = Object.entries(sizes).map(
    ([count, results]) =>
      `## ${Number(count).toLocaleString('en-GB')} stakeholders\n\n${compared(sizes, count)}\n\n${measured(results)}\n`,
  )
  return `# Performance

Written by \`npm run bench\` (with \`-- --large\` also at 2,000 and 9,900 stakeholders, which takes a quarter of an hour more). Figures as measured on ${date}: ${machine}.
They differ from machine to machine; the ratios in one run are what counts. Medians of ${repeats} visits, in turns with the other subjects.

- **The same map for all**: so many stakeholders on the half-pie, twice as many ties, all in view in a window of 1440 × 900.
  Allyscope opens it from IndexedDB, with its whole interface and the ties shown; React Flow's page has its default nodes and edges and nothing
  else; the SVG and canvas pages are as written by hand, without any library. All are built for production and served from the same machine.
  In the network view the same map stands as it was arranged, with all its ties.
- **Open**: from the start of the navigation until all is painted (the second frame after everything stands in the page and its fonts are loaded). Caches are
  warm; Allyscope comes from its service worker, as on every visit but the first.
- **Main**: CPU time of the page's main thread for one pointer or wheel step in the middle of a gesture. Picking up, letting go and the drawing after that
  (once a gesture) are in the rows below.
- **Frames p95**: of the times between frames in a gesture; 17 means that each came with the screen's refresh.
- **PNG**: from the click to the file; both 3,840 × 2,160 px. Allyscope's has its fonts inside, and the first one of a visit loads them.
- **Enter, key 3, Tidy**: from the key or click to the second frame after the change stands in the page, which is up to one frame later than it is seen.
- Allyscope draws the card in hand above the map and leaves its ties where they are until it is let go; in the other pages they follow.

${parts.join('\n')}
## Pictures

Of ${PICTURED} stakeholders, in the app alone, from the click to the file that is handed over; each file is the first of its visit, with fonts, programs and all that it loads.
A task is told only from 50 ms on.

${alone(PICTURES, pictures)}

## Safety

Sealed maps and the wall, in the app alone. A task is told only from 50 ms on; 0 means that there was none so long.

${alone(SAFETY, safety)}
`
}
