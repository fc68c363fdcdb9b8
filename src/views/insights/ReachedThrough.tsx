import type { StakeholderId } from '../../domain/records.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { useWays } from '../../editing/useWays.ts'
import { noWayWords } from '../../editing/wayWords.ts'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap } from '../../store/openMap.ts'
import { lookForWay } from '../../store/wayTo.ts'
import { Button } from '../../ui/Button.tsx'
import { SentenceText } from './SentenceText.tsx'
import { WayTrail } from './WayTrail.tsx'
import { WorkFailed } from './WorkFailed.tsx'
import '../../i18n/parts/insights.ts'
import './insights.css'
import './ways.css'

/** Through whom a stakeholder is best reached, among its details; nothing for one of us. */
export function ReachedThrough({ id }: { id: StakeholderId }) {
  const { shown } = useSubject()
  const stakeholder = shown(id)
  if (!stakeholder || stakeholder.role === 'member') return null
  return <BestWay key={id} id={id} />
}

function BestWay({ id }: { id: StakeholderId }) {
  const map = useOpenMap()
  const { found, working, failed, retry } = useWays(id)
  const best = found?.answer.kind === 'ways' ? found.answer.ways[0] : undefined
  const key = found?.subject.shown(id)?.key
  const none = found && key ? noWayWords(found.answer, key, found.subject) : null
  const showWays = () => {
    lookForWay(map.wayTo, id)
    map.settings.setState({ view: 'network' })
  }
  return (
    <section className="reached" aria-labelledby="reached-title" aria-busy={working}>
      <h3 id="reached-title" className="panel-heading">
        {t('way.reachedThrough')}
      </h3>
      {failed && <WorkFailed retry={retry} />}
      {!found && !failed && <p className="insight-text insight-working">{t('way.working')}</p>}
      {none && <SentenceText sentence={none} />}
      {best && found && (
        <>
          <WayTrail way={best} subject={found.subject} start={t('way.us')} />
          <Button onClick={showWays}>{t('way.showWays')}</Button>
        </>
      )}
    </section>
  )
}
