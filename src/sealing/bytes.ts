/** Bytes of their own memory, as the browser's cryptography and workers take them. */
export type Bytes = Uint8Array<ArrayBuffer>

/** Gives as many random bytes as asked for; another one is given in tests only. */
export type RandomBytes = (count: number) => Uint8Array

/** From the browser's generator for cryptography. */
export const randomBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count))
