import { createRoot } from 'react-dom/client'
import type { Result } from '../domain/result.ts'
import type { KeepingFailure } from '../views/services.ts'
import NotStoredDialog from '../views/NotStoredDialog.tsx'
import type { Session } from './keeping.ts'
import { inTime } from './storing.ts'

/**
 * Asks whether a map is left although its last changes can't be stored. Resolves with yes by itself when the disk
 * comes to a good end meanwhile.
 */
export function askToLeave(session: Session, failure: KeepingFailure): Promise<boolean> {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  return new Promise<boolean>((resolve) => {
    const show = (reason: KeepingFailure) =>
      root.render(
        <NotStoredDialog
          failure={reason}
          onAgain={() => void inTime(store()).then((stored) => stored.ok || show(stored.error))}
          onStay={() => resolve(false)}
          onLeave={() => resolve(true)}
        />,
      )
    const store = (): Promise<Result<null, KeepingFailure>> => {
      const storing = session.flush()
      void storing.then((stored) => stored.ok && resolve(true))
      return storing
    }
    show(failure)
  }).finally(() => {
    root.unmount()
    place.remove()
  })
}
