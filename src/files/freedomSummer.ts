import tiesCsv from '../data/freedom-summer-relationships.csv?raw'
import stakeholdersCsv from '../data/freedom-summer-stakeholders.csv?raw'
import type { DecodedImport } from '../domain/imported.ts'
import type { Role } from '../domain/records.ts'
import type { Result } from '../domain/result.ts'
import { readNetworkCsv } from './network/csvTables.ts'
import { planOfKumu } from './network/kumuCsv.ts'
import type { NetworkPlan } from './network/plan.ts'
import type { FileProblem } from './problem.ts'

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
  const file = readFreedomSummer().import
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
  }
}

/** The bundled tables, read as those that people bring. */
export function readFreedomSummer(): NetworkPlan {
  const stakeholders = sound(readNetworkCsv(stakeholdersCsv, 'stakeholders'))
  const ties = sound(readNetworkCsv(tiesCsv, 'ties'))
  return sound(planOfKumu('kumu csv', stakeholders, ties))
}

/** What could be read: a bundled file that can't is a bug. */
function sound<T>(read: Result<T, FileProblem>): T {
  if (read.ok) return read.value
  throw new Error(`The bundled example is damaged: ${read.error.code}`)
}
