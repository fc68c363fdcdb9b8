import type { Result } from '../domain/result.ts'
import type { Bytes } from './bytes.ts'
import type { Argon2idParams } from './kdf.ts'

/** `no wasm`: the browser runs no WebAssembly; `no memory`: it doesn't give as much as is asked for. */
export type DeriveFailure = 'no wasm' | 'no memory' | 'failed'

/** `failed` is a program that could not be loaded. */
export type SealFailure = 'no memory' | 'failed'

/**
 * `no passphrase`: the file is sealed for somebody's key. `too much work`: opening it would take more
 * than 1 GiB of memory.
 */
export type OpenFailure =
  | 'wrong passphrase'
  | 'not age'
  | 'no passphrase'
  | 'damaged'
  | 'too much work'
  | SealFailure

/** The sums that take long and much memory; plain data, for it crosses to a worker and back. */
export interface Jobs {
  readonly argon2id: {
    readonly ask: { readonly passphrase: string; readonly params: Argon2idParams }
    readonly answer: Result<Bytes, DeriveFailure>
  }
  readonly sealAge: {
    readonly ask: { readonly content: Uint8Array; readonly passphrase: string }
    readonly answer: Result<Bytes, SealFailure>
  }
  readonly openAge: {
    readonly ask: { readonly file: Uint8Array; readonly passphrases: readonly string[] }
    readonly answer: Result<Bytes, OpenFailure>
  }
}
export type JobName = keyof Jobs

/** A job on its way to the worker. */
export type Asked = {
  readonly [N in JobName]: { readonly job: N; readonly ask: Jobs[N]['ask'] }
}[JobName]

/** How each is done, on whatever thread. Each loads its own library when it is first asked for. */
export const WORK: {
  readonly [N in JobName]: (ask: Jobs[N]['ask']) => Promise<Jobs[N]['answer']>
} = {
  argon2id: async (ask) => (await import('./argon2id.ts')).argon2idKey(ask.passphrase, ask.params),
  sealAge: async (ask) => (await import('./ageFile.ts')).sealedFile(ask.content, ask.passphrase),
  openAge: async (ask) => (await import('./ageFile.ts')).openedFile(ask.file, ask.passphrases),
}

export function workOn(asked: Asked): Promise<Jobs[JobName]['answer']> {
  switch (asked.job) {
    case 'argon2id':
      return WORK.argon2id(asked.ask)
    case 'sealAge':
      return WORK.sealAge(asked.ask)
    case 'openAge':
      return WORK.openAge(asked.ask)
  }
}
