import { BIDI_CONTROLS } from '../domain/names.ts'

/** A text as it is shown: without the characters that would have it read in another direction than it is written. */
export const asWritten = (text: string): string => text.replace(BIDI_CONTROLS, '')

/** A name inside a sentence: whatever its direction of writing, the words around it stay where they are. */
export const isolated = (name: string): string => `\u2068${asWritten(name)}\u2069`
