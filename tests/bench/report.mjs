import { median, short } from './figures.mjs'
import { FIGURES, TARGETS } from './targets.mjs'

const COLUMNS = {
  app: 'Allyscope',
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
  const figures = Object.keys(FIGURES).filter((figure) =>
    Object.values(results).some((one) => one[figure] !== null),
  )
  return table([
    ['', ...Object.values(COLUMNS)],
    ...figures.map((figure) => [
      FIGURES[figure],
      ...Object.keys(COLUMNS).map((name) => short(results[name][figure])),
    ]),
  ])
}

function compared(results, count) {
  const rows = (TARGETS[count] ?? []).map(({ figure, than, most }) => {
    const own = results.app[figure]
    const value = than ? own / results[than][figure] : own
    const what = `${FIGURES[figure].replace(/, [^,]*$/, than ? '' : '$&')}${than ? ` ÷ ${COLUMNS[than]}` : ''}`
    const reached = own === null ? '–' : value <= most ? 'met' : 'missed'
    return [what, short(own === null ? null : value), `≤ ${most}`, reached]
  })
  return table([['', 'measured', 'to reach', ''], ...rows])
}

/** The whole report in Markdown; the same text is printed. */
export function report({ sizes, machine, repeats, date }) {
  const parts = Object.entries(sizes).map(
    ([count, results]) =>
      `## ${Number(count).toLocaleString('en-GB')} stakeholders\n\n${compared(results, count)}\n\n${measured(results)}\n`,
  )
  return `# Performance

Written by \`npm run bench\` (with \`-- --large\` also at 2,000 stakeholders, which takes some minutes more). Figures as measured on ${date}: ${machine}.
They differ from machine to machine; the ratios in one run are what counts. Medians of ${repeats} visits, in turns with the other subjects.

- **The same map for all**: so many stakeholders on the half-pie, twice as many ties, all in view in a window of 1440 × 900.
  Allyscope opens it from IndexedDB, with its whole interface and the ties shown; React Flow's page has its default nodes and edges and nothing
  else; the SVG and canvas pages are as written by hand, without any library. All are built for production and served from the same machine.
- **Open**: from the start of the navigation until all is painted (the second frame after everything stands in the page and its fonts are loaded). Caches are
  warm; Allyscope comes from its service worker, as on every visit but the first.
- **Main**: CPU time of the page's main thread for one pointer or wheel step in the middle of a gesture. Picking up, letting go and the drawing after that
  (once a gesture) are in the rows below.
- **Frames p95**: of the times between frames in a gesture; 17 means that each came with the screen's refresh.
- **PNG**: from the click to the file; both 3,840 × 2,160 px. Allyscope's has its fonts inside, and the first one of a visit loads them.
- **Enter, key 3, Tidy**: from the key or click to the second frame after the change stands in the page, which is up to one frame later than it is seen.
- Allyscope draws the card in hand above the map and leaves its ties where they are until it is let go; in the other pages they follow.

${parts.join('\n')}`
}
