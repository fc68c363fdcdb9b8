import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  scryptSync,
} from 'node:crypto'

/**
 * The age format for passphrases, written for the tests from its specification (C2SP, age.md) on
 * Node's own cryptography: it shares no line with the library that the app uses.
 */

const CHUNK = 65_536
const TAG = 16
const LABEL = 'age-encryption.org/v1/scrypt'
const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')
const hkdf = (key: Uint8Array, salt: Uint8Array, info: string) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32))
const macOf = (fileKey: Uint8Array, header: string) =>
  createHmac('sha256', hkdf(fileKey, Buffer.alloc(0), 'header'))
    .update(header)
    .digest()
const wrapKeyOf = (passphrase: string, salt: Uint8Array, logN: number) =>
  scryptSync(passphrase, Buffer.concat([Buffer.from(LABEL), salt]), 32, {
    N: 2 ** logN,
    r: 8,
    p: 1,
    maxmem: 2 ** 31,
  })

const sealed = (key: Uint8Array, nonce: Uint8Array, content: Uint8Array) => {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG })
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

const opened = (key: Uint8Array, nonce: Uint8Array, box: Uint8Array) => {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG })
  decipher.setAuthTag(box.subarray(-TAG))
  return Buffer.concat([decipher.update(box.subarray(0, -TAG)), decipher.final()])
}

const chunkNonce = (index: number, isLast: boolean) => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

export function sealBySpec(content: Uint8Array, passphrase: string, logN: number): Buffer {
  const fileKey = randomBytes(16)
  const salt = randomBytes(16)
  const body = sealed(wrapKeyOf(passphrase, salt, logN), Buffer.alloc(12), fileKey)
  const header = `age-encryption.org/v1\n-> scrypt ${encoded(salt)} ${logN}\n${encoded(body)}\n---`
  const nonce = randomBytes(16)
  const key = hkdf(fileKey, nonce, 'payload')
  const count = Math.max(1, Math.ceil(content.length / CHUNK))
  const chunks = Array.from({ length: count }, (_, at) =>
    sealed(key, chunkNonce(at, at === count - 1), content.subarray(at * CHUNK, (at + 1) * CHUNK)),
  )
  return Buffer.concat([
    Buffer.from(`${header} ${encoded(macOf(fileKey, header))}\n`),
    nonce,
    ...chunks,
  ])
}

/** The content, and the work factor that the header states. Throws for whatever is not as specified. */
export function openBySpec(
  file: Uint8Array,
  passphrase: string,
): { content: Buffer; logN: number } {
  const bytes = Buffer.from(file)
  const text = bytes.toString('latin1')
  const form =
    /^(age-encryption\.org\/v1\n-> scrypt ([\w+/]{22}) ([1-9]\d*)\n([\w+/]{43})\n---) ([\w+/]{43})\n/
  const [whole = '', header = '', salt = '', logN = '', body = '', mac = ''] = form.exec(text) ?? []
  if (whole === '') throw new Error('not as specified')
  const wrapKey = wrapKeyOf(passphrase, Buffer.from(salt, 'base64'), Number(logN))
  const fileKey = opened(wrapKey, Buffer.alloc(12), Buffer.from(body, 'base64'))
  if (fileKey.length !== 16) throw new Error('a file key has 16 bytes')
  if (encoded(macOf(fileKey, header)) !== mac) throw new Error('the header was changed')
  const payload = bytes.subarray(whole.length)
  const key = hkdf(fileKey, payload.subarray(0, 16), 'payload')
  const boxes = payload.subarray(16)
  const count = Math.max(1, Math.ceil(boxes.length / (CHUNK + TAG)))
  const chunks = Array.from({ length: count }, (_, at) =>
    opened(
      key,
      chunkNonce(at, at === count - 1),
      boxes.subarray(at * (CHUNK + TAG), (at + 1) * (CHUNK + TAG)),
    ),
  )
  return { content: Buffer.concat(chunks), logN: Number(logN) }
}

/** The file in ASCII armour. */
export const armoured = (file: Uint8Array): string =>
  [
    '-----BEGIN AGE ENCRYPTED FILE-----',
    ...(Buffer.from(file)
      .toString('base64')
      .match(/.{1,64}/g) ?? []),
    '-----END AGE ENCRYPTED FILE-----',
    '',
  ].join('\n')
