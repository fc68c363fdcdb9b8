import { createRoot } from 'react-dom/client'
import NotLockedDialog from '../views/sealing/NotLockedDialog.tsx'
import type { LockingPorts } from './lockingPorts.ts'

/** Asks over a covered screen, apart from the app that is covered with everything in it. */
export const askNotLocked: LockingPorts['ask'] = (failure, answers) => {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  root.render(<NotLockedDialog failure={failure} {...answers} />)
  return () => {
    root.unmount()
    place.remove()
  }
}
