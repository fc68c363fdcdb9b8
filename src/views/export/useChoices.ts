import { useState } from 'react'
import { textFor } from '../../audience/gate.ts'
import { useDoc, useOpenMap } from '../../store/openMap.ts'
import { choicesFrom, type ExportChoices } from './choices.ts'

/** What is chosen, and how to change it: remembered with the map on this device, all but whom it is for and whether that is told
 * targets. */
export function useChoices(): [ExportChoices, (part: Partial<ExportChoices>) => void] {
  const doc = useDoc()
  const { settings } = useOpenMap()
  const [choices, setChoices] = useState((): ExportChoices => {
    const looked = settings.getState()
    const kept = choicesFrom(looked)
    if (looked.audience === 'team') return kept
    // What was typed for the team's own pictures is not shown in public preview.
    const open = (text: string | null) => text && (textFor(doc, 'public', text) || null)
    return {
      ...kept,
      title: open(kept.title),
      subtitle: open(kept.subtitle),
      footer: open(kept.footer) ?? '',
    }
  })
  const change = (part: Partial<ExportChoices>) => {
    setChoices({ ...choices, ...part })
    const { audience: _audience, targets: _targets, ...kept } = part
    // Only what was changed: what the team typed before stays, also where it may not be shown.
    settings.setState(({ exporting }) => ({ exporting: { ...exporting, ...kept } }))
  }
  return [choices, change]
}
