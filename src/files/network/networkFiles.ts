import { fail, ok, type Result } from '../../domain/result.ts'
import { parseJson } from '../jsonText.ts'
import type { FileProblem } from '../problem.ts'
import { type Encoding, readTextFile } from '../textFile.ts'
import { openZip } from '../zip.ts'
import { type NetworkCsv, readNetworkCsv } from './csvTables.ts'
import { isGephiEdges, planOfGephi } from './gephiCsv.ts'
import { looksLikeGexf, readGexf } from './gexf.ts'
import { looksLikeGraphml, readGraphml } from './graphml.ts'
import { looksLikeJsonCanvas, readJsonCanvas } from './jsonCanvas.ts'
import { planOfKumu } from './kumuCsv.ts'
import { looksLikeKumu, readKumuJson } from './kumuJson.ts'
import { readKumuXlsx } from './kumuXlsx.ts'
import { looksLikeOligrapher, readOligrapher } from './oligrapher.ts'
import type { NetworkFormatId, NetworkPlan } from './plan.ts'
import { looksLikeZip } from './sniff.ts'

export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a file was taken for. */
export interface TakenFile {
  readonly name: string
  readonly holds: 'elements' | 'ties' | 'both'
  /** null for a file that isn't text. */
  readonly encoding: Encoding | null
}

/** What files of other tools would bring. */
export interface NetworkFiles {
  readonly plan: NetworkPlan
  readonly files: readonly TakenFile[]
}

/** A problem, and the file that has it; null when it is that the files don't go together. */
export interface NetworkProblem {
  readonly problem: FileProblem
  readonly file: string | null
}

type Outcome = Result<NetworkFiles, NetworkProblem>

/**
 * Reads one file of another tool, or a pair of tables. What a file is shows in what it holds, not in its
 * name. Problems: those of the formats' readers, `unknown format`, `no pair`.
 */
export function readNetworkFiles(given: readonly GivenFile[]): Outcome {
  const [first] = given
  if (!first) return fail({ problem: { code: 'no pair' }, file: null })
  if (given.length > 1) return readTables(given)
  if (!looksLikeZip(first.bytes)) return readText(first)
  const packed = tablesInZip(first.bytes)
  if (!packed.ok) return problemOf(first, packed)
  if (packed.value.length > 0) return readTables(packed.value)
  return whole(first, null, readKumuXlsx(first.bytes))
}

/** The tables that a zip other than a workbook holds: what we and others export as a pair. */
function tablesInZip(bytes: Uint8Array): Result<readonly GivenFile[], FileProblem> {
  const zip = openZip(bytes)
  if (!zip.ok) return zip
  const tables: GivenFile[] = []
  for (const name of zip.value.names.filter((path) => TABLE.test(path))) {
    const part = zip.value.read(name)
    if (!part.ok) return part
    if (part.value) tables.push({ name, bytes: part.value })
  }
  return ok(tables)
}

/** Not what a Mac puts beside each file. */
const TABLE = /^(?!__MACOSX\/).*\.(?:csv|tsv|txt)$/iu

function readText(file: GivenFile): Outcome {
  const text = readTextFile(file.bytes)
  if (!text.ok) return problemOf(file, text)
  const content = text.value.text
  if (isTable(content)) return readTables([file])
  const read = content.trimStart().startsWith('<') ? readXml(content) : readJson(content)
  return whole(file, text.value.encoding, read)
}

/** Neither XML nor JSON by its first character. */
const isTable = (text: string): boolean => !/^\s*[<{[]/u.test(text)

function readXml(text: string): Result<NetworkPlan, FileProblem> {
  if (looksLikeGexf(text)) return readGexf(text)
  if (looksLikeGraphml(text)) return readGraphml(text)
  return fail({ code: 'unknown format' })
}

function readJson(text: string): Result<NetworkPlan, FileProblem> {
  const json = parseJson(text)
  if (!json.ok) return json
  if (looksLikeKumu(json.value)) return readKumuJson(json.value)
  if (looksLikeJsonCanvas(json.value)) return readJsonCanvas(json.value)
  if (looksLikeOligrapher(json.value)) return readOligrapher(json.value)
  return fail({ code: 'unknown format' })
}

const whole = (
  { name }: GivenFile,
  encoding: Encoding | null,
  plan: Result<NetworkPlan, FileProblem>,
): Outcome =>
  plan.ok
    ? ok({ plan: plan.value, files: [{ name, holds: 'both', encoding }] })
    : fail({ problem: plan.error, file: name })

const problemOf = (
  { name }: GivenFile,
  { error }: { readonly error: FileProblem },
): Result<never, NetworkProblem> => fail({ problem: error, file: name })

/** A table of elements, one of ties, or one of each. */
function readTables(given: readonly GivenFile[]): Outcome {
  const found = new Map<NetworkCsv['holds'], NetworkCsv>()
  const files: TakenFile[] = []
  for (const file of given) {
    const text = readTextFile(file.bytes)
    if (!text.ok) return problemOf(file, text)
    if (given.length > 1 && !isTable(text.value.text)) {
      return fail({ problem: { code: 'no pair' }, file: null })
    }
    const table = readNetworkCsv(text.value.text, file.name)
    if (!table.ok) return problemOf(file, table)
    const { holds } = table.value
    if (found.has(holds)) return fail({ problem: { code: 'no pair' }, file: null })
    found.set(holds, table.value)
    files.push({ name: file.name, holds, encoding: text.value.encoding })
  }
  const plan = planOfPair(found.get('elements') ?? null, found.get('ties') ?? null)
  return plan.ok ? ok({ plan: plan.value, files }) : fail({ problem: plan.error, file: null })
}

function planOfPair(
  elements: NetworkCsv | null,
  ties: NetworkCsv | null,
): Result<NetworkPlan, FileProblem> {
  if (ties && isGephiEdges(ties.table.headers)) return planOfGephi(elements, ties)
  return planOfKumu(formatOf(elements, ties), elements, ties)
}

/** Only our own tables of ties say who may know of them. */
function formatOf(elements: NetworkCsv | null, ties: NetworkCsv | null): NetworkFormatId {
  const isOurs =
    ties?.table.headers.some((header) => /^confidential/iu.test(header.trim())) ?? false
  return elements === null && isOurs ? 'allyscope ties csv' : 'kumu csv'
}
