import { mapFromImport } from '../domain/commands/importing.ts'
import { emptyDoc, newMapInfo } from '../domain/doc.ts'
import type { MapId } from '../domain/records.ts'
import { fail, ok } from '../domain/result.ts'
import { openBroadcastChannel } from '../storage/channel.ts'
import type { SealingServices } from '../views/services.ts'
import { newId } from './environment.ts'
import type { Keeping, Session } from './keeping.ts'
import { createLocking } from './locking.ts'
import type { Locking, LockingPorts, LockMessage } from './lockingPorts.ts'
import { askNotLocked } from './notLocked.tsx'
import { openRoute, type Route } from './route.ts'

/** A line between tabs: somebody locked or burnt a sealed map in one of them. */
const LOCK_ALL = 'allyscope-lock-all'

/** What the rest of the window lets be seen and done. */
export interface SealedWindowPorts extends Omit<
  LockingPorts,
  'dropKeys' | 'tellOtherTabs' | 'ask'
> {
  readonly keeping: Keeping
  session(): Session | null
  isWanted(id: MapId): boolean
  leave(): Promise<void>
  show(route: Route): Promise<void>
  onLock(): void
}

export interface SealedWindow
  extends Omit<SealingServices, 'open' | 'onLock'>, Pick<Locking, 'watch'> {}

/** What a window does with sealed maps; loaded with the first of them. */
export function sealedWindow(ports: SealedWindowPorts): SealedWindow {
  const { keeping, session } = ports
  // A key that waits behind a recovery key goes as well: it is asked for again. An unknown word is the worst one.
  const otherTabs = openBroadcastChannel(LOCK_ALL, (message) => {
    if (!ports.isSealedOpen()) keeping.dropKeys()
    locking.here(message === 'lock' ? 'lock' : 'panic')
  })
  window.addEventListener('pagehide', () => keeping.dropKeys())
  const locking = createLocking({
    ...ports,
    dropKeys() {
      session()?.dropKey()
      keeping.dropKeys()
      keeping.setLastOpen(null)
    },
    tellOtherTabs: otherTabs.post,
    ask: askNotLocked,
  })
  locking.onLock(ports.onLock)
  const changeSeal: Session['changeSeal'] = (change) =>
    session()?.changeSeal(change) ?? Promise.resolve(fail('missing'))

  return {
    lock: locking.lock,
    panic: locking.panic,
    watch: locking.watch,
    async createSealed(of, options) {
      const id = newId<MapId>()
      const doc =
        of.kind === 'file'
          ? mapFromImport(of.file, id, { newId })
          : emptyDoc(newMapInfo(id, of.name, of.we))
      const made = await keeping.createSealed(doc, options)
      return made.ok ? ok({ ...made.value, id }) : made
    },
    async unlock(id, secret) {
      const unlocked = await keeping.unlock(id, secret)
      // Whoever has gone elsewhere meanwhile does not come back for it; the key goes too.
      if (!ports.isWanted(id)) keeping.dropKeys()
      else if (unlocked.ok) await ports.show({ kind: 'map', id })
      return unlocked
    },
    seal: (options) => changeSeal({ kind: 'seal', options }),
    async unseal(secret) {
      const unsealed = await changeSeal({ kind: 'unseal', secret })
      return unsealed.ok ? ok(null) : unsealed
    },
    changePassphrase: (secret, options) => changeSeal({ kind: 'change', secret, options }),
    async burn(id) {
      const isOpen = ports.isWanted(id)
      if (isOpen) await ports.leave()
      const burnt = await keeping.deleteForever(id)
      if (burnt.ok) otherTabs.post('panic' satisfies LockMessage)
      if (!isOpen) return burnt
      if (burnt.ok) openRoute({ kind: 'maps' }, 'replace')
      void ports.show(burnt.ok ? { kind: 'maps' } : { kind: 'map', id })
      return burnt
    },
  }
}
