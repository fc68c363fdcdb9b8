import { argon2id } from 'hash-wasm'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Bytes } from './bytes.ts'
import type { DeriveFailure } from './jobs.ts'
import type { Argon2idParams } from './kdf.ts'
import { isOutOfMemory } from '../domain/outOfMemory.ts'

const KEY_LENGTH = 32

/** 32 bytes by Argon2id, worked out on this thread. */
export async function argon2idKey(
  passphrase: string,
  { memory, passes, lanes, salt }: Argon2idParams,
): Promise<Result<Bytes, DeriveFailure>> {
  if (typeof WebAssembly === 'undefined') return fail('no wasm')
  try {
    const key = await argon2id({
      password: new TextEncoder().encode(passphrase),
      salt,
      memorySize: memory,
      iterations: passes,
      parallelism: lanes,
      hashLength: KEY_LENGTH,
      outputType: 'binary',
    })
    return ok(Uint8Array.from(key))
  } catch (error) {
    if (isOutOfMemory(error)) return fail('no memory')
    // What a Content-Security-Policy without WebAssembly makes of it.
    return fail(error instanceof WebAssembly.CompileError ? 'no wasm' : 'failed')
  }
}
