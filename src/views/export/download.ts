/** Browsers read a blob's address a while after the click. */
const KEPT_MS = 60_000

/** Hands a file to the browser's downloads. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}

/**
 * Names of files say what they are and when they were made, so that they sort and those of one day are told apart, and
 * nothing of what is in them. `day`: for others, whom the hour does not concern.
 */
export const fileNameOf = (
  what: string,
  now: Date,
  extension: string,
  precision: 'minute' | 'day' = 'minute',
): string => {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  const parts = precision === 'day' ? day : [...day, now.getHours(), now.getMinutes()]
  const when = parts.map((part) => String(part).padStart(2, '0')).join('-')
  return `allyscope-${what}-${when}${extension}`
}
