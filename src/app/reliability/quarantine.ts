import { fail, ok, type Result } from '../../domain/result.ts'
import { toPlain } from '../../storage/plainValues.ts'
import { damagedParts, forgetDamaged, type SetAside } from '../../storage/quarantine.ts'
import type { QuarantineServices } from '../../views/reliability.ts'
import type { KeepingFailure } from '../../views/services.ts'
import { isoNow } from '../environment.ts'
import type { OnDisk, Session, Stock } from '../keeping.ts'
import type { ReliabilityPorts } from './reliability.ts'

const FORMAT = 'allyscope damaged parts'
const VERSION = 1

interface Open {
  readonly stock: Stock
  readonly session: Session
  readonly onDisk: OnDisk
}

/** What could not be read of the open map: told, saved as a file, and forgotten when somebody wants it. */
export function quarantineServices(
  ports: Pick<ReliabilityPorts, 'stock' | 'session'>,
): QuarantineServices {
  const withParts = async <T>(
    work: (
      parts: readonly (SetAside & { readonly isStill: boolean })[],
      open: Open,
    ) => Promise<Result<T, KeepingFailure>>,
  ): Promise<Result<T, KeepingFailure>> => {
    const session = ports.session()
    const { stock } = ports
    if (!stock || !session?.onDisk) return fail('unavailable')
    const { onDisk } = session
    const key = onDisk.key()
    const loaded = await stock.repository.loadMap(onDisk.id, key)
    if (!loaded.ok) return fail(loaded.error.code === 'locked' ? 'closed' : loaded.error.code)
    const of = { db: stock.db, mapId: onDisk.id, key }
    const parts = await damagedParts(of, loaded.value.unreadable, isoNow())
    return parts.ok ? work(parts.value, { stock, session, onDisk }) : fail(parts.error.code)
  }
  return {
    list: () =>
      withParts((parts) =>
        Promise.resolve(ok(parts.map(({ id, reason, isStill }) => ({ id, reason, isStill })))),
      ),
    exported: () =>
      withParts(async (parts, { stock, onDisk }) => {
        // Of a sealed map everything stays in its boxes; the header has what the passphrase opens them with.
        const header = onDisk.key() ? await stock.db.dexie.maps.get(onDisk.id) : null
        const values = await toPlain({ header, parts: parts.map(({ row }) => row) })
        return ok(JSON.stringify({ format: FORMAT, formatVersion: VERSION, values }))
      }),
    discard: () =>
      withParts(async (parts, { stock, session, onDisk }) => {
        if (!onDisk.isWriter()) return fail('conflict')
        const flushed = await session.flush()
        if (!flushed.ok) return flushed
        const of = { db: stock.db, mapId: onDisk.id, key: onDisk.key() }
        const forgotten = await forgetDamaged(of, parts)
        return forgotten.ok ? forgotten : fail(forgotten.error.code)
      }),
  }
}
