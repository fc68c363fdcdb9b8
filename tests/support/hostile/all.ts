import { RAW_COPY_FORMAT } from '../../../src/domain/rawCopyFile.ts'
import { brokenWays } from './breaking.ts'
import type { HostileFile } from './hostileFile.ts'
import { packedFiles } from './packed.ts'
import { specimens } from './specimens.ts'
import { textFiles } from './texts.ts'

/** More than 150 files that nobody should be able to do harm with; the same ones every time. */
export async function hostileFiles(): Promise<readonly HostileFile[]> {
  const wholes = await specimens()
  return [...textFiles(RAW_COPY_FORMAT), ...packedFiles(), ...wholes.flatMap(brokenWays)]
}
