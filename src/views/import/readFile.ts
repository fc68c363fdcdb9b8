import { LIMITS } from '../../domain/limits.ts'
import type { AllyscopeFile } from '../../files/allyscopeContent.ts'
import { allyscopeJson } from '../../files/allyscopeJson.ts'
import { checkSize, type FileProblem } from '../../files/problem.ts'
import { readTextFile, type TextFile } from '../../files/textFile.ts'

/** A file as far as it can be understood without importing anything. */
export type ReadFile =
  | { readonly kind: 'map'; readonly content: AllyscopeFile }
  | { readonly kind: 'csv'; readonly text: TextFile }
  | { readonly kind: 'problem'; readonly problem: FileProblem }

/** Reads a chosen file; what it is shows in its text, not in its name. */
export async function readFile(file: File): Promise<ReadFile> {
  const tooLarge = checkSize(file, LIMITS.jsonFile)
  if (tooLarge) return { kind: 'problem', problem: tooLarge }
  const text = await bytesOf(file).then(readTextFile, (): ReturnType<typeof readTextFile> => ({
    ok: false,
    error: { code: 'unreadable' },
  }))
  if (!text.ok) return { kind: 'problem', problem: text.error }
  if (/^\s*[[{]/.test(text.value.text) || file.name.toLowerCase().endsWith('.json')) {
    const content = allyscopeJson.parse(text.value.text)
    return content.ok
      ? { kind: 'map', content: content.value }
      : { kind: 'problem', problem: content.error }
  }
  const csvTooLarge = checkSize(file, LIMITS.csvFile)
  return csvTooLarge ? { kind: 'problem', problem: csvTooLarge } : { kind: 'csv', text: text.value }
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())
