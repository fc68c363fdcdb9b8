import { LIMITS } from '../limits.ts'
import { cleanName } from '../names.ts'
import { fail, type Result } from '../result.ts'
import type { CommandError } from './command.ts'

/** A name as a command may store it, or why it may not. */
export function checkedName(text: string): Result<string, CommandError> {
  const name = cleanName(text)
  if (name.ok) return name
  return fail(
    name.error === 'empty' ? { code: 'empty name' } : { code: 'too long', limit: LIMITS.name },
  )
}
