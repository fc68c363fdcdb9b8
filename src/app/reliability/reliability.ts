import type { StoreApi } from 'zustand/vanilla'
import type { Reliability } from '../../views/reliability.ts'
import type { MapListState } from '../../views/services.ts'
import type { Session, Stock } from '../keeping.ts'
import { backupServices } from './backups.ts'
import { deviceServices } from './device.ts'
import { watchPoints, pointServices } from './points.ts'
import { quarantineServices } from './quarantine.ts'
import { recoveryServices } from './recovery.ts'
import { tendLater } from './secondCopies.ts'
import { strandedServices } from './stranded.ts'

export interface ReliabilityPorts {
  /** null where maps are kept in memory alone. */
  readonly stock: Stock | null
  /** The open map. */
  session(): Session | null
  readonly maps: StoreApi<MapListState>
  readonly reminder: StoreApi<{ isDue: boolean }>
  /** Somebody agrees to lose what the open map can't store; `reopens`: shows it as it is stored. */
  giveUp(reopens: boolean): Promise<void>
}

export interface ReliableWindow extends Reliability {
  /** Keeps copies of an open map from now on, until it is closed. */
  watch(session: Session): void
}

/** Puts together what keeps work from being lost beyond saving it. */
export function reliabilityOf(ports: ReliabilityPorts): ReliableWindow {
  if (ports.stock) tendLater(ports.stock.db.dexie.name, ports.maps)
  const backups = backupServices(ports)
  const device = deviceServices(ports)
  return {
    points: pointServices(ports),
    backups,
    device,
    stranded: strandedServices(ports),
    quarantine: quarantineServices(ports),
    recovery: recoveryServices(ports),
    watch(session) {
      if (!ports.stock || !session.onDisk) return
      device.watch(session, session.onDisk)
      backups.watch(session, session.onDisk)
      watchPoints(ports.stock, session, session.onDisk)
    },
  }
}
