/** What opens a sealed map. */
export type Secret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery key'; readonly recoveryKey: string }

/** What a seal is made with. */
export interface SealOptions {
  readonly passphrase: string
  readonly withRecoveryKey: boolean
}
