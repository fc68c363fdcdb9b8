import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { speak } from '../../ui/announcer.tsx'
import { Choice } from '../../ui/fields.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { useServices } from '../services.ts'
import { lookAs } from './lookAs.ts'

const TeamViewDialog = onDemand(() => import('../sealing/TeamViewDialog.tsx'))

/**
 * Who could be looking: the team, or anybody. The same canvas shows what each may see. Where public preview was
 * what the window began with, others may be looking: the team view then asks first.
 */
export function AudienceSwitch() {
  const map = useOpenMap()
  const audience = useViewSettings((state) => state.audience)
  const { publicFirst } = useStore(useServices().safety)
  const [isAsking, setAsking] = useState(false)
  const cameFromTeam = useRef(audience === 'team')
  const show = (chosen: 'team' | 'public') => {
    cameFromTeam.current = true
    lookAs(map, chosen)
    speak(t(chosen === 'team' ? 'audience.team.spoken' : 'audience.public.spoken'))
  }
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
        onChange={(chosen) =>
          chosen === 'team' && (publicFirst || !cameFromTeam.current)
            ? setAsking(true)
            : show(chosen)
        }
      />
      {isAsking && <TeamViewDialog onShow={() => show('team')} onClose={() => setAsking(false)} />}
    </div>
  )
}
