import { fail, type Result } from '../domain/result.ts'
import type { KeepingFailure } from '../views/services.ts'
import { later } from './environment.ts'

/** So long whoever leaves a map waits for the disk, in ms. */
export const STORING_MS = 3000

/** A disk that does not answer is one that can't store. */
export const inTime = (
  storing: Promise<Result<null, KeepingFailure>>,
): Promise<Result<null, KeepingFailure>> =>
  Promise.race([
    storing,
    new Promise<Result<null, KeepingFailure>>((resolve) => {
      later(() => resolve(fail('unknown')), STORING_MS)
    }),
  ])
