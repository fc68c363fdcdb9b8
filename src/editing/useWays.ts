import { useMemo } from 'react'
import type { WaysResult } from '../analysis/ways.ts'
import type { StakeholderId } from '../domain/records.ts'
import { useBackground } from './useBackground.ts'
import { useSubject } from './useSubject.ts'
import { type Ask, useWorkedOut, type WorkedOut } from './useWorkedOut.ts'

/** The ways from us to somebody who is shown; null looks for none. */
export function useWays(target: StakeholderId | null): WorkedOut<WaysResult> {
  const background = useBackground()
  const { shown } = useSubject()
  const key = target && shown(target)?.key
  const ask: Ask<WaysResult> | null = useMemo(
    () => (key ? (view, signal) => background.ways(view, key, signal) : null),
    [background, key],
  )
  return useWorkedOut(ask)
}
