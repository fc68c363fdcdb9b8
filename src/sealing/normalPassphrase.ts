/**
 * The one form of a passphrase from which keys are derived, so that it can be typed again on another
 * keyboard: compatibility forms made one (NFKC), no white space around it, one space for any within.
 */
export const normalPassphrase = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
