import tiesCsv from '../data/freedom-summer-relationships.csv?raw'
import stakeholdersCsv from '../data/freedom-summer-stakeholders.csv?raw'
import type { DecodedImport } from '../domain/imported.ts'
import type { Role } from '../domain/records.ts'
import { relationshipCsv } from './relationshipCsv.ts'
import { importOfPlan, stakeholderCsv } from './stakeholderCsv.ts'

/** The file has no roles: the coalition that ran the project, and who had to decide. */
const ROLES: ReadonlyMap<string, Role> = new Map([
  ['Council of Federated Organizations (COFO)', 'member'],
  ['Student Nonviolent Coordinating Committee (SNCC)', 'member'],
  ['Congress of Racial Equality (CORE)', 'member'],
  ['Mississippi Freedom Democratic Party', 'member'],
  ['Democratic National Committee', 'target'],
])

/** The bundled example. Its confidential stakeholders are hidden, so that it teaches redaction. */
export function freedomSummer(): DecodedImport {
  const plan = stakeholderCsv.parse({ text: stakeholdersCsv, encoding: 'utf-8' })
  if (!plan.ok) throw new Error(`The bundled example is damaged: ${plan.error.code}`)
  const file = importOfPlan(plan.value)
  const ties = relationshipCsv.parse(tiesCsv, file.stakeholders)
  if (!ties.ok) throw new Error(`The bundled example is damaged: ${ties.error.code}`)
  return {
    ...file,
    map: {
      ...file.map,
      name: 'Freedom Summer, 1964',
      we: 'Council of Federated Organizations',
      goal: 'Seat the Freedom Democrats',
    },
    stakeholders: file.stakeholders.map((stakeholder) => ({
      ...stakeholder,
      role: ROLES.get(stakeholder.name) ?? stakeholder.role,
    })),
    relationships: ties.value.rows.map(({ relationship }) => relationship),
  }
}
