import { evenedName } from '../../domain/imported.ts'
import { cleanName } from '../../domain/names.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { ElementsRead } from './elements.ts'
import type { OutsideName, PlanFaultCode } from './plan.ts'

/** Finds the stakeholder (its id in the import) that an end of a tie refers to. */
export type EndFinder = (end: string) => Result<string, PlanFaultCode>

/** For formats in which ties refer to ids. */
export const endsById =
  (idOf: ReadonlyMap<string, string>): EndFinder =>
  (end) => {
    const id = idOf.get(end)
    return id === undefined ? fail('unknown stakeholder') : ok(id)
  }

/**
 * For formats in which ties refer to ids if there are any, and to names. A name that the file doesn't
 * have is put into `outside`: the map may have it. (Whether it is confidential is seen from all ties.) But for elements of the file that are not taken: they
 * may be confidential, and must not come in as somebody of whom nothing is said.
 */
export function endsByName(
  { stakeholders, idOf, refused }: Pick<ElementsRead, 'stakeholders' | 'idOf' | 'refused'>,
  unread: readonly string[] | 'some',
  outside: Map<string, OutsideName>,
): EndFinder {
  const notTaken = new Set([...refused, ...(unread === 'some' ? [] : unread)].map(evenedName))
  const idsByName = new Map<string, string[]>()
  for (const { id, name } of stakeholders) {
    const folded = evenedName(name)
    const ids = idsByName.get(folded)
    if (ids) ids.push(id)
    else idsByName.set(folded, [id])
  }
  return (end) => {
    const byId = idOf.get(end.trim())
    if (byId !== undefined) return ok(byId)
    const folded = evenedName(end)
    const [id, another] = idsByName.get(folded) ?? []
    if (another !== undefined) return fail('ambiguous stakeholder')
    if (id !== undefined) return ok(id)
    if (unread === 'some' || notTaken.has(folded)) return fail('unknown stakeholder')
    const name = cleanName(end)
    if (!name.ok) return fail(name.error === 'empty' ? 'missing end' : 'too long')
    const found = outside.get(folded) ?? {
      id: `outside${outside.size + 1}`,
      name: name.value,
      isConfidential: true,
    }
    outside.set(folded, found)
    return ok(found.id)
  }
}
