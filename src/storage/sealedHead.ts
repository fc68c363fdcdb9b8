import { between, type Check, object } from '../domain/check.ts'
import { ok } from '../domain/result.ts'
import { SEAL_VERSION } from './keyEnvelope.ts'
import { dayOf } from './rows.ts'
import { type Header, SEALED_FORMAT_VERSION } from './types.ts'

/** What the header row of a sealed map holds instead of its contents. */
export interface SealedHead {
  readonly version: number
  /** The map's key under each of its secrets; see keyEnvelope.ts. */
  readonly keys: unknown
  /** The rev at which the box was sealed: moving a locked map to the bin leaves the box alone. */
  readonly boxRev: number
  readonly box: unknown
}

const whole = between(0, Number.MAX_SAFE_INTEGER)

export const decodeSealedHead: Check<SealedHead> = object<SealedHead>({
  version: whole,
  keys: ok,
  boxRev: whole,
  box: ok,
})

/** A header as it is written: nothing but ids, counters, days and what is sealed. */
export const sealedHeader = (
  header: Header,
  sealed: Pick<SealedHead, 'keys' | 'boxRev' | 'box'>,
): Header => ({
  ...header,
  formatVersion: SEALED_FORMAT_VERSION,
  sealed: { version: SEAL_VERSION, ...sealed } satisfies SealedHead,
  changedAt: dayOf(header.changedAt),
  createdAt: dayOf(header.createdAt),
  deletedAt: header.deletedAt === null ? null : dayOf(header.deletedAt),
})
