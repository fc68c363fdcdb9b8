import { readFileSync } from 'node:fs'
import {
  type GivenFile,
  type NetworkFiles,
  readNetworkFiles,
} from '../../../../src/files/network/networkFiles.ts'
import type { NetworkPlan } from '../../../../src/files/network/plan.ts'
import type { FileProblemCode } from '../../../../src/files/problem.ts'

/** A file beside the tests, built by hand to its format's public description. */
export const fixture = (name: string): GivenFile => ({
  name,
  bytes: new Uint8Array(
    readFileSync(new URL(`../../../fixtures/network/${name}`, import.meta.url)),
  ),
})

export const textFile = (name: string, text: string): GivenFile => ({
  name,
  bytes: new TextEncoder().encode(text),
})

export function readWell(...files: readonly GivenFile[]): NetworkFiles {
  const read = readNetworkFiles(files)
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.error)}`)
  return read.value
}

export const planOf = (...files: readonly GivenFile[]): NetworkPlan => readWell(...files).plan

/** Why files are refused, or null when they aren't. */
export function refusalOf(...files: readonly GivenFile[]): FileProblemCode | null {
  const read = readNetworkFiles(files)
  return read.ok ? null : read.error.problem.code
}

/** Ties with names for ends, as people would say them. */
export function tiesOf({ import: file, outside }: NetworkPlan): string[] {
  const names = new Map([...file.stakeholders, ...outside].map(({ id, name }) => [id, name]))
  return file.relationships.map(
    ({ from, to, kind, label, direction, strength }) =>
      `${names.get(from)} ${direction === 'mutual' ? '<>' : '>'} ${names.get(to)}: ${label || kind} ${strength}`,
  )
}
