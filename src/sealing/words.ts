import text from './words.txt?raw'

/**
 * 7,772 plain English words: the large list of the Electronic Frontier Foundation (CC BY 3.0 US,
 * public/licences-words.txt) without its four with hyphens.
 */
export const WORDS: readonly string[] = text.trimEnd().split('\n')
