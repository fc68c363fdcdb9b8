import { useFileDrop } from './useFileDrop.ts'

/** Takes files that are let go anywhere in the window, as long as it is there. */
export default function FileDrop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  useFileDrop(onFiles)
  return null
}
