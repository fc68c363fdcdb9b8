import type { MadeFile } from './makeFiles.ts'

/** One file as it is, several as a zip; null when there is none. The same files give the same bytes. */
export async function asOneFile(
  files: readonly MadeFile[],
): Promise<Pick<MadeFile, 'content' | 'extension'> | null> {
  const [first, ...others] = files
  if (!first) return null
  if (!others.length) return first
  const { zipOf } = await import('../../files/zip.ts')
  const parts = await Promise.all(
    files.map(async ({ name, extension, content }) => ({
      name: `${name}${extension}`,
      content: new Uint8Array(await content.arrayBuffer()),
    })),
  )
  return {
    extension: '.zip',
    content: new Blob([zipOf(parts)], { type: 'application/zip' }),
  }
}
