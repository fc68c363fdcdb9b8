import { useStore } from 'zustand'
import type { OpenMap } from '../store/openMap.ts'
import { onDemand } from '../ui/onDemand.tsx'
import { useServices } from './services.ts'

const UpdateOffer = onDemand(() => import('./UpdateOffer.tsx'))

/** A newer build is offered, never forced. `map`: the one that is open. */
export function UpdateBar({ map }: { map: OpenMap | null }) {
  const { state } = useStore(useServices().update)
  return state === 'none' ? null : <UpdateOffer map={map} />
}
