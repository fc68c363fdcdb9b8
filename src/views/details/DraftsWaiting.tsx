import { useEffect } from 'react'
import { useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { useDoc, useOpenMap, useSelection, useViewSettings } from '../../store/openMap.ts'
import { select, selectTie } from '../../store/selection.ts'
import type { ViewSettings, ViewSettingsStore } from '../../store/viewSettings.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { focusWhenThere } from '../../ui/focusWhenThere.ts'
import { draftsThatFit, type WaitingDraft, waitingDrafts } from './waitingDrafts.ts'
import './draftNote.css'

/** Maps whose drafts have been spoken of. */
const told = new WeakSet<ViewSettingsStore>()

/** Says that texts wait which were being typed when the page went, and leads to them. */
export default function DraftsWaiting({ began }: { began: ViewSettings['drafts'] }) {
  const map = useOpenMap()
  const { settings } = map
  const doc = useDoc()
  const subject = useSubject()
  const audience = useViewSettings((state) => state.audience)
  const kept = useViewSettings((state) => state.drafts)
  const drafts = draftsThatFit(kept, doc)
  const tie = useSelection((state) => state.tie)
  const ids = useSelection((state) => state.ids)
  const [only = null] = ids.size === 1 ? ids : []
  const waiting = waitingDrafts({ audience, drafts }, began, subject, tie ?? only)
  const isAny = waiting.length > 0
  useEffect(() => {
    if (told.has(settings)) return
    told.add(settings)
    if (isAny) announce(t('draft.kept'))
    settings.setState((state) => ({ drafts: draftsThatFit(state.drafts, doc) }))
  }, [settings, doc, isAny])
  if (!isAny) return null
  const show = ({ at }: WaitingDraft) => {
    if (!at) return
    if ('tie' in at) selectTie(map.selection, at.tie)
    else select(map.selection, [at.stakeholder])
    focusWhenThere(
      () => document.querySelector<HTMLElement>('.details .draft-ways button'),
      (button) => button?.scrollIntoView({ block: 'center' }),
    )
  }
  return (
    <section className="drafts-waiting" aria-label={t('draft.waiting')}>
      <h3>{t('draft.waiting')}</h3>
      <ul>
        {waiting.map((draft) => (
          <li key={draft.key}>
            <bdi>{draft.words}</bdi>
            {draft.at && (
              <Button
                aria-label={t('draft.of', { what: t('draft.show'), field: draft.words })}
                onClick={() => show(draft)}
              >
                {t('draft.show')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
