/** What a raw copy of the database begins with: see storage/rawCopy.ts. */
export const RAW_COPY_FORMAT = 'allyscope-raw-copy'

const START = new RegExp(String.raw`^\s*\{\s*"format"\s*:\s*"${RAW_COPY_FORMAT}"`, 'u')
/** Bytes: larger than maps' own files, as it holds all of them. */
export const LARGEST_RAW_COPY = 400_000_000
/** So much of a file shows whether it is one. */
export const RAW_COPY_START = 200

export const looksLikeRawCopy = (start: string): boolean => START.test(start)
