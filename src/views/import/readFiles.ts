import { LIMITS } from '../../domain/limits.ts'
import { LARGEST_RAW_COPY, looksLikeRawCopy, RAW_COPY_START } from '../../domain/rawCopyFile.ts'
import type { AllyscopeFile } from '../../files/allyscopeContent.ts'
import { allyscopeJson } from '../../files/allyscopeJson.ts'
import type { GivenFile, NetworkFiles } from '../../files/network/networkFiles.ts'
import { checkSize, type FileProblem } from '../../files/problem.ts'
import { readTextFile, type TextFile } from '../../files/textFile.ts'
import { isAge } from '../../sealing/ageHeader.ts'

/** Chosen files as far as they can be understood without importing anything. */
export type ReadFiles =
  | { readonly kind: 'map'; readonly content: AllyscopeFile }
  | { readonly kind: 'csv'; readonly text: TextFile }
  | { readonly kind: 'network'; readonly content: NetworkFiles }
  /** A whole database, see storage/rawCopy.ts. */
  | { readonly kind: 'raw copy'; readonly file: File }
  /** In the age format; it has to be opened with its passphrase first. */
  | { readonly kind: 'sealed'; readonly bytes: Uint8Array }
  /** `file`: which of several. */
  | { readonly kind: 'problem'; readonly problem: FileProblem; readonly file: string | null }

/** Two tables make a network; more files at once have nothing to do with each other. */
const MOST_FILES = 2

/** Reads one chosen file, or two that belong together; what they are shows in what they hold. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  if (files.length > MOST_FILES) return refused({ code: 'no pair' }, null)
  const [alone, ...others] = files
  if (alone && others.length === 0 && (await isRawCopy(alone))) {
    const tooLarge = checkSize(alone, LARGEST_RAW_COPY)
    return tooLarge ? refused(tooLarge, null) : { kind: 'raw copy', file: alone }
  }
  const given: GivenFile[] = []
  for (const file of files) {
    const name = files.length > 1 ? file.name : null
    const tooLarge = checkSize(file, LIMITS.jsonFile)
    if (tooLarge) return refused(tooLarge, name)
    const bytes = await bytesOf(file)
    if (!bytes) return refused({ code: 'unreadable' }, name)
    given.push({ name: file.name, bytes })
  }
  const [only, another] = given
  if (!only || another) return readNetwork(given)
  return isAge(only.bytes) ? { kind: 'sealed', bytes: only.bytes } : readOne(only)
}

/** What was in a sealed file, read as any other. */
export const readOpened = (content: Uint8Array<ArrayBuffer>): Promise<ReadFiles> =>
  readFiles([new File([content], 'backup')])

/** A map, a list of stakeholders, or a network. */
async function readOne(file: GivenFile): Promise<ReadFiles> {
  const { isForeignCsv, looksLikeZip } = await import('../../files/network/sniff.ts')
  if (looksLikeZip(file.bytes)) return readNetwork([file])
  const text = readTextFile(file.bytes)
  if (!text.ok) return refused(text.error, null)
  const start = text.value.text.trimStart().slice(0, 1)
  if (start === '<') return readNetwork([file])
  if (start === '{' || start === '[' || /\.json$/iu.test(file.name)) {
    const content = allyscopeJson.parse(text.value.text)
    if (content.ok) return { kind: 'map', content: content.value }
    return content.error.code === 'foreign' ? readNetwork([file]) : refused(content.error, null)
  }
  const csvTooLarge = checkSize({ size: file.bytes.length }, LIMITS.csvFile)
  if (csvTooLarge) return refused(csvTooLarge, null)
  if (isForeignCsv(text.value.text)) return readNetwork([file])
  return { kind: 'csv', text: text.value }
}

async function readNetwork(given: readonly GivenFile[]): Promise<ReadFiles> {
  const { readNetworkFiles } = await import('../../files/network/networkFiles.ts')
  const read = readNetworkFiles(given)
  if (read.ok) return { kind: 'network', content: read.value }
  return refused(read.error.problem, given.length > 1 ? read.error.file : null)
}

const refused = (problem: FileProblem, file: string | null): ReadFiles => ({
  kind: 'problem',
  problem,
  file,
})

const isRawCopy = (file: File): Promise<boolean> =>
  file
    .slice(0, RAW_COPY_START)
    .text()
    .then(looksLikeRawCopy, () => false)

const bytesOf = (file: File): Promise<Uint8Array | null> =>
  file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )
