import { tendCopies } from './copyTending.ts'
import { openCopyFolder } from './copyFolder.ts'
import { openRaw } from './openRaw.ts'

/** Reads the database for itself, so that the page's own thread has nothing to do with it. */
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  void tend(String(data)).then((newer) => postMessage(newer))
})

async function tend(name: string): Promise<number> {
  const opened = await openRaw(indexedDB, name)
  if (!opened.ok) return 0
  // A newer build is not kept waiting; what is being read ends with an error then.
  opened.value.onversionchange = () => opened.value.close()
  try {
    const folder = await openCopyFolder(true)
    return folder ? await tendCopies(opened.value, folder) : 0
  } catch {
    // The copies that there are stay as they are.
    return 0
  } finally {
    opened.value.close()
  }
}
