import type { InsightGroup, InsightLine } from '../../editing/insightLine.ts'
import { spoken } from '../../editing/insightSentence.ts'
import { showLine, stopShowing, useShownLine } from '../../editing/insightShown.ts'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap } from '../../store/openMap.ts'
import type { CanvasView } from '../../store/viewSettings.ts'
import { RenameButton } from './RenameButton.tsx'
import { Everybody, SentenceText } from './SentenceText.tsx'
import '../../i18n/parts/insights.ts'

interface InsightListProps {
  groups: readonly InsightGroup[]
  /** The view that shows them best; null is whichever is open. */
  opens: CanvasView | null
}

/** As many lines of one kind as can be read aloud in a row; the others fold away. */
const LINES_AT_ONCE = 5

export const InsightList = ({ groups, opens }: InsightListProps) =>
  groups.map(({ kind, heading, why, lines }) => {
    const titleId = `insight-${kind.replaceAll(' ', '-')}`
    const more = lines.slice(LINES_AT_ONCE)
    return (
      <section key={kind} className="insight-group" aria-labelledby={titleId}>
        <h2 id={titleId} className="panel-heading">
          {heading}
        </h2>
        <Lines lines={lines.slice(0, LINES_AT_ONCE)} opens={opens} />
        {more.length > 0 && (
          <details className="insight-fold">
            <summary>{t('insight.more', { count: more.length })}</summary>
            <Lines lines={more} opens={opens} />
          </details>
        )}
        <details className="insight-fold">
          <summary>{t('insight.why')}</summary>
          <p>{why}</p>
        </details>
      </section>
    )
  })

interface LinesProps {
  lines: readonly InsightLine[]
  opens: CanvasView | null
}

const Lines = ({ lines, opens }: LinesProps) => (
  <ul className="insight-lines">
    {lines.map((line) => (
      <Line key={line.about} line={line} opens={opens} />
    ))}
  </ul>
)

function Line({ line, opens }: { line: InsightLine; opens: CanvasView | null }) {
  const { sentence, showing, vague } = line
  return (
    <li className="insight-line">
      <SentenceText sentence={sentence} />
      <div className="insight-actions">
        {showing && <ShowButton line={line} opens={opens} />}
        {vague && <RenameButton id={vague} />}
        {sentence.everybody.length > 0 && <Everybody of={sentence.everybody} />}
      </div>
    </li>
  )
}

function ShowButton({ line, opens }: { line: InsightLine; opens: CanvasView | null }) {
  const map = useOpenMap()
  const shown = useShownLine() === line.about
  return (
    <button
      type="button"
      className="insight-button"
      aria-pressed={shown}
      aria-label={t('insight.show.named', { what: spoken(line.sentence) })}
      onClick={() => (shown ? stopShowing(map) : showLine(map, line, opens))}
    >
      {t('insight.show')}
    </button>
  )
}
