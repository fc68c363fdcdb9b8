import { fail, ok, type Result } from '../../domain/result.ts'
import type { FileFailure } from '../../views/reliability.ts'

/** The part of a file's handle that is used. Chromium alone asks for leave anew after each start. */
export interface WritableFile {
  readonly name: string
  createWritable(): Promise<{
    write(text: string): Promise<void>
    close(): Promise<void>
    abort(): Promise<void>
  }>
  queryPermission?(how: { readonly mode: 'readwrite' }): Promise<PermissionState>
  requestPermission?(how: { readonly mode: 'readwrite' }): Promise<PermissionState>
}

interface PickerOptions {
  readonly suggestedName: string
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[]
}

declare global {
  interface Window {
    showSaveFilePicker?(options: PickerOptions): Promise<WritableFile>
  }
}

export const canPickFiles = (): boolean => typeof window.showSaveFilePicker === 'function'

/** Whether what was kept is a handle of a file, as far as can be seen. */
export const isWritableFile = (value: unknown): value is WritableFile =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'createWritable' in value &&
  typeof value.createWritable === 'function'

/** Lets somebody choose where a file goes; null when nobody chose. */
export async function pickFile(
  suggestedName: string,
): Promise<Result<WritableFile | null, FileFailure>> {
  try {
    const types = [{ accept: { 'application/json': ['.json'] } }]
    return ok((await window.showSaveFilePicker?.({ suggestedName, types })) ?? null)
  } catch (error) {
    return nameOf(error) === 'AbortError' ? ok(null) : fail(failureOf(error))
  }
}

/**
 * Replaces what is in a file; when that fails, what was there stays. `asks`: somebody has just clicked, so that the
 * browser may ask for leave. `mayWrite` is asked whenever something is about to be in the file: asking, reading and
 * opening take a while.
 */
export async function writeFile(
  file: WritableFile,
  asks: boolean,
  content: () => Promise<string>,
  mayWrite: () => boolean,
): Promise<Result<null, FileFailure>> {
  try {
    const how = { mode: 'readwrite' } as const
    let leave = (await file.queryPermission?.(how)) ?? 'granted'
    if (leave === 'prompt' && asks) leave = (await file.requestPermission?.(how)) ?? 'granted'
    if (leave !== 'granted') return fail('not allowed')
    const text = await content()
    const stream = await file.createWritable()
    try {
      if (mayWrite()) await stream.write(text)
      if (mayWrite()) {
        await stream.close()
        return ok(null)
      }
      await stream.abort()
      return fail('not allowed')
    } catch (error) {
      await stream.abort().catch(() => undefined)
      throw error
    }
  } catch (error) {
    return fail(failureOf(error))
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '')

function failureOf(error: unknown): FileFailure {
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'not allowed'
    case 'NotFoundError':
      return 'gone'
    case 'QuotaExceededError':
      return 'full'
    default:
      return 'unknown'
  }
}
