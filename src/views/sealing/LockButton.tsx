import { useStore } from 'zustand'
import { onDemand } from '../../ui/onDemand.tsx'
import { useServices } from '../services.ts'

const LockControls = onDemand(() => import('./LockControls.tsx'))

/** "Lock" and "Hide now", there as long as the open map is sealed. */
export function LockButton() {
  const { sealed } = useStore(useServices().sealing.open)
  return sealed ? <LockControls /> : null
}
