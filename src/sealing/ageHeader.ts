const INTRO = 'age-encryption.org/v1\n'
const ARMOUR = '-----BEGIN AGE ENCRYPTED FILE-----'
/** White space that is forgiven before the armour. */
const FORGIVEN = 1_024

const startOf = (file: Uint8Array, length: number): string =>
  new TextDecoder().decode(file.subarray(0, length))

/** Whether a file begins with the ASCII armour of the age format. */
export const isArmoured = (file: Uint8Array): boolean =>
  startOf(file, FORGIVEN + ARMOUR.length)
    .trimStart()
    .startsWith(ARMOUR)

/** Whether a file begins as one in the age format, binary or in ASCII armour. */
export const isAge = (file: Uint8Array): boolean =>
  startOf(file, INTRO.length) === INTRO || isArmoured(file)
