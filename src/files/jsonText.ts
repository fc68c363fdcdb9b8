import { fail, ok, type Result } from '../domain/result.ts'
import { isTooDeep, jsonFault } from './jsonFault.ts'
import type { FileProblem } from './problem.ts'

/** What a JSON text holds. Problems, with line and column: `empty file`, `not json`, `truncated`, `too deep`. */
export function parseJson(text: string): Result<unknown, FileProblem> {
  if (text.trim() === '') return fail({ code: 'empty file' })
  if (isTooDeep(text)) return fail(jsonFault(text) ?? { code: 'too deep' })
  try {
    return ok(JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text))
  } catch {
    return fail(jsonFault(text) ?? { code: 'too deep' })
  }
}
