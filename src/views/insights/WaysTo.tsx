import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { spoken } from '../../editing/insightSentence.ts'
import { useWays } from '../../editing/useWays.ts'
import { useLitUp } from '../../editing/wayShown.ts'
import { noWayWords, stepsWords, waySpoken } from '../../editing/wayWords.ts'
import type { StakeholderId } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import { speak } from '../../ui/announcer.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { SentenceText } from './SentenceText.tsx'
import { WayTrail } from './WayTrail.tsx'
import { WorkFailed } from './WorkFailed.tsx'
import '../../i18n/parts/insights.ts'

/** The ways to one target, one at a time; the one that is read is lit up on the canvas. */
export function WaysTo({ target }: { target: StakeholderId }) {
  const { found, working, failed, retry } = useWays(target)
  const [wanted, setWanted] = useState(0)
  const ways = found?.answer.kind === 'ways' ? found.answer.ways : []
  const index = Math.min(wanted, ways.length - 1)
  const way = ways[index] ?? null
  const place = { number: index + 1, of: ways.length }
  const key = found?.subject.shown(target)?.key
  const none = found && key ? noWayWords(found.answer, key, found.subject) : null
  const words = way && found ? waySpoken(way, place, found.subject) : none && spoken(none)
  useLitUp(target, way, found?.subject ?? null)
  useEffect(() => {
    if (words) speak(words)
  }, [words])
  return (
    <div className="ways" aria-busy={working}>
      {failed && <WorkFailed retry={retry} />}
      {!found && !failed && <p className="insight-text insight-working">{t('way.working')}</p>}
      {none && <SentenceText sentence={none} />}
      {way && found && (
        <>
          <div className="ways-facts">
            <span>{stepsWords(way.steps.length)}</span>
            {ways.length > 1 && (
              <WayTurner
                place={place}
                turn={(by) => setWanted((index + by + ways.length) % ways.length)}
              />
            )}
            <details className="insight-fold ways-how">
              <summary>{t('way.how')}</summary>
              <p>{t('way.how.text')}</p>
            </details>
          </div>
          <WayTrail way={way} subject={found.subject} withDoors />
        </>
      )}
    </div>
  )
}

interface WayTurnerProps {
  place: { readonly number: number; readonly of: number }
  turn: (by: 1 | -1) => void
}

/** Goes round: after the last way the best one comes again. */
const WayTurner = ({ place, turn }: WayTurnerProps) => (
  <span className="ways-turn">
    <IconButton label={t('way.previous')} onClick={() => turn(-1)}>
      <ChevronLeft aria-hidden />
    </IconButton>
    {t('way.number', place)}
    <IconButton label={t('way.next')} onClick={() => turn(1)}>
      <ChevronRight aria-hidden />
    </IconButton>
  </span>
)
