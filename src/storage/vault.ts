import { cmac, gcm } from '@noble/ciphers/aes.js'
import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { type Bytes, randomBytes } from '../sealing/bytes.ts'
import type { Pbkdf2Params } from '../sealing/kdf.ts'
import { normalPassphrase } from '../sealing/normalPassphrase.ts'
import { SEAL_VERSION } from './keyEnvelope.ts'

/**
 * All cryptography of sealed maps, and the only file that may name `crypto.subtle`. The format is written down in
 * docs/sealed-format.md. AES-256-GCM everywhere, with a fresh random IV of 96 bits for each box; what a box
 * belongs to is additional data, so that none can be moved to another place.
 */

/** What a box is bound to, besides its map. */
export interface Place {
  readonly kind:
    | 'map'
    | 'record'
    | 'view'
    | 'passphrase'
    | 'recovery'
    | 'point'
    | 'point content'
    | 'quarantine'
  /** Key of the row of a record, or of a row beside them; otherwise empty. */
  readonly row: string
  readonly rev: number
}

const IV_LENGTH = 12
const TAG_LENGTH = 16
const KEY_LENGTH = 32
/** Contents are filled up to a multiple of this, so that their size tells little. */
const PADDING = 256
const SPACE = 0x20

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

const boundTo = (id: MapId, { kind, row, rev }: Place): Bytes =>
  encoder.encode(JSON.stringify(['allyscope', SEAL_VERSION, id, kind, row, rev]))

/** JSON, filled up with spaces, which JSON does not mind. */
function contentBytes(content: unknown): Bytes {
  const json = encoder.encode(JSON.stringify(content))
  const padded = new Uint8Array(Math.ceil(json.length / PADDING) * PADDING).fill(SPACE)
  padded.set(json)
  return padded
}

const importAes = (key: Bytes) =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])

const boxOf = (iv: Bytes, sealed: Uint8Array): Bytes => {
  const box = new Uint8Array(IV_LENGTH + sealed.length)
  box.set(iv)
  box.set(sealed, IV_LENGTH)
  return box
}

async function encrypt(key: CryptoKey, content: Bytes, additionalData: Bytes): Promise<Bytes> {
  const iv = randomBytes(IV_LENGTH)
  const name = 'AES-GCM'
  return boxOf(
    iv,
    new Uint8Array(await crypto.subtle.encrypt({ name, iv, additionalData }, key, content)),
  )
}

async function decrypt(key: CryptoKey, box: unknown, additionalData: Bytes): Promise<Bytes | null> {
  if (!(box instanceof Uint8Array) || box.length < IV_LENGTH + TAG_LENGTH) return null
  const bytes = new Uint8Array(box)
  const iv = bytes.subarray(0, IV_LENGTH)
  try {
    const algorithm = { name: 'AES-GCM', iv, additionalData }
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes.subarray(IV_LENGTH)))
  } catch {
    // The tag does not match: another key, another place, or damage. Nothing more can be known.
    return null
  }
}

async function hkdf(secret: Bytes, salt: Bytes, info: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(info) }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * KEY_LENGTH))
}

export const newDataKey = (): Bytes => randomBytes(KEY_LENGTH)

/** A key from the 160 random bits of a recovery key, which need no slow derivation. */
export const keyOfRecoveryKey = (recoveryKey: Bytes, salt: Bytes): Promise<Bytes> =>
  hkdf(recoveryKey, salt, 'allyscope recovery key')

/** A key from a passphrase where Argon2id can't run. */
export async function keyOfPbkdf2(passphrase: string, params: Pbkdf2Params): Promise<Bytes> {
  const secret = encoder.encode(normalPassphrase(passphrase))
  const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits'])
  const { iterations, salt } = params
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * KEY_LENGTH))
}

type WrapKind = 'passphrase' | 'recovery'

/** Seals a map's key under a key of a secret. */
export const wrap = async (id: MapId, kind: WrapKind, secretKey: Bytes, dataKey: Bytes) =>
  encrypt(await importAes(secretKey), dataKey, boundTo(id, { kind, row: '', rev: 0 }))

/** The map's key, or null when the secret is another one (or the envelope was changed). */
export const unwrap = async (id: MapId, kind: WrapKind, secretKey: Bytes, wrapped: Bytes) =>
  decrypt(await importAes(secretKey), wrapped, boundTo(id, { kind, row: '', rev: 0 }))

/** Puts contents of one map into boxes, and takes them out. */
export interface Boxes {
  /** Under which a record is stored. Ids may mean something; this tells nothing to who hasn't the key. */
  rowKey(recordId: string): string
  seal(place: Place, content: unknown): Promise<Bytes>
  /** The same format, without waiting: for a page that is going away. Slower for many. */
  sealNow(place: Place, content: unknown): Bytes
  open(place: Place, box: unknown): Promise<Result<unknown, 'broken'>>
  /** Overwrites the keys: from here on everything throws, or is broken. */
  drop(): void
  isDropped(): boolean
}

/** `dataKey` is overwritten: what is kept are the keys made from it. */
export async function boxesOf(id: MapId, dataKey: Bytes): Promise<Boxes> {
  const none = new Uint8Array()
  const boxKey = await hkdf(dataKey, none, 'allyscope boxes')
  const rowKeyKey = await hkdf(dataKey, none, 'allyscope row keys')
  dataKey.fill(0)
  let key: CryptoKey | null = await importAes(boxKey)
  const atHand = (): CryptoKey => {
    if (!key) throw new Error('the key is gone')
    return key
  }
  return {
    rowKey(recordId) {
      atHand()
      return base64url(cmac(encoder.encode(recordId), rowKeyKey))
    },
    seal: async (place, content) => encrypt(atHand(), contentBytes(content), boundTo(id, place)),
    sealNow(place, content) {
      atHand()
      const iv = randomBytes(IV_LENGTH)
      return boxOf(iv, gcm(boxKey, iv, boundTo(id, place)).encrypt(contentBytes(content)))
    },
    async open(place, box) {
      const content = key && (await decrypt(key, box, boundTo(id, place)))
      if (!content) return fail('broken')
      try {
        const value: unknown = JSON.parse(decoder.decode(content))
        return ok(value)
      } catch {
        return fail('broken')
      }
    },
    drop() {
      key = null
      boxKey.fill(0)
      rowKeyKey.fill(0)
    },
    isDropped: () => key === null,
  }
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
