import { type Check, nullable, object } from '../domain/check.ts'
import { fail, ok } from '../domain/result.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { decodeKdfParams, type KdfParams } from '../sealing/kdf.ts'

/** Version of all that is under a seal: envelope, boxes and row keys (docs/sealed-format.md). */
export const SEAL_VERSION = 1

/** A map's key, wrapped under each of its secrets. */
export interface KeyEnvelope {
  readonly passphrase: { readonly kdf: KdfParams; readonly wrapped: Bytes }
  /** null = there is no recovery key. */
  readonly recovery: { readonly salt: Bytes; readonly wrapped: Bytes } | null
}

/** IV, key and tag. */
const WRAPPED_LENGTH = 12 + 32 + 16
export const RECOVERY_SALT_LENGTH = 16

const bytes =
  (length: number): Check<Bytes> =>
  (value) => {
    if (!(value instanceof Uint8Array)) return fail({ path: [], code: 'wrong type' })
    return value.length === length
      ? ok(Uint8Array.from(value))
      : fail({ path: [], code: 'wrong value' })
  }

/** Reads an envelope from the disk, where anybody may have changed it. */
export const decodeKeyEnvelope: Check<KeyEnvelope> = object<KeyEnvelope>({
  passphrase: object<KeyEnvelope['passphrase']>({
    kdf: decodeKdfParams,
    wrapped: bytes(WRAPPED_LENGTH),
  }),
  recovery: nullable(
    object<NonNullable<KeyEnvelope['recovery']>>({
      salt: bytes(RECOVERY_SALT_LENGTH),
      wrapped: bytes(WRAPPED_LENGTH),
    }),
  ),
})
