import { formatNumber, t } from '../../i18n/i18n.ts'
import { useDoc, useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { calmDown } from '../../store/emphasis.ts'
import { DEFAULT_VIEW, NO_FILTER } from '../../store/viewSettings.ts'
import { putWayAway } from '../../store/wayTo.ts'
import { clearNotices, speak } from '../../ui/announcer.tsx'
import { ConfidentialGlyph } from '../../ui/ConfidentialGlyph.tsx'
import { Choice } from '../../ui/fields.tsx'

/** Who could be looking: the team, or anybody. The same canvas shows what each may see. */
export function AudienceSwitch() {
  const { store, settings, emphasis, wayTo } = useOpenMap()
  const audience = useViewSettings((state) => state.audience)
  return (
    <div className="audience">
      <Choice
        legend={t('audience.legend')}
        quietLegend
        value={audience}
        options={[
          { value: 'team', label: t('audience.team') },
          { value: 'public', label: t('audience.public') },
        ]}
        onChange={(chosen) => {
          clearNotices()
          calmDown(emphasis)
          putWayAway(wayTo)
          if (chosen === 'public') store.layFloor()
          else store.liftFloor()
          // What was searched for in the team view may itself be confidential, and a camera fitted to it
          // would tell how far the team's map reaches.
          settings.setState(
            chosen === 'public'
              ? { audience: chosen, filter: NO_FILTER, cameras: DEFAULT_VIEW.cameras }
              : { audience: chosen },
          )
          speak(t(chosen === 'team' ? 'audience.team.spoken' : 'audience.public.spoken'))
        }}
      />
      {audience === 'team' && <ConfidentialCount />}
    </div>
  )
}

/** How many the public must not see as they are. Never shown in public preview: the number itself would tell. */
function ConfidentialCount() {
  let count = 0
  for (const { confidentiality } of useDoc().stakeholders.values()) {
    if (confidentiality.level === 'confidential') count++
  }
  if (count === 0) return null
  return (
    <span className="confidential-count" title={t('audience.confidential', { count })}>
      <ConfidentialGlyph />
      <span className="confidential-number" aria-hidden>
        {formatNumber(count)}
      </span>
      <span className="confidential-words">{t('audience.confidential', { count })}</span>
    </span>
  )
}
