import { diffOf } from '../diff.ts'
import { LIMITS } from '../limits.ts'
import { cleanLine } from '../names.ts'
import type { MapInfo } from '../records.ts'
import { fail, ok } from '../result.ts'
import { checkedName } from './checkedName.ts'
import type { Command } from './command.ts'

export type MapEdit = Partial<Pick<MapInfo, 'name' | 'we' | 'goal' | 'alliesSide' | 'segmentNames'>>

/** Changes the map's own facts: issue, who we are, hub text, side of the allies, names of segments. */
export const editMap =
  (edit: MapEdit): Command =>
  (doc) => {
    const { we, goal, segmentNames, alliesSide } = edit
    const name = edit.name === undefined ? ok(doc.info.name) : checkedName(edit.name)
    if (!name.ok) return name
    const texts = [we, goal, ...(segmentNames ?? [])].map((text) => shortText(text ?? ''))
    if (texts.includes(null)) return fail({ code: 'too long', limit: LIMITS.shortText })
    const [cleanWe, cleanGoal, a, b, c, d, e] = texts
    const to: MapInfo = {
      ...doc.info,
      name: name.value,
      we: we === undefined ? doc.info.we : (cleanWe ?? ''),
      goal: goal === undefined ? doc.info.goal : (cleanGoal ?? ''),
      alliesSide: alliesSide ?? doc.info.alliesSide,
      segmentNames: segmentNames
        ? [a || null, b || null, c || null, d || null, e || null]
        : doc.info.segmentNames,
    }
    return ok(diffOf(same(doc.info, to) ? {} : { updated: [[doc.info, to]] }))
  }

/** One clean line, empty allowed; null when it is too long. */
function shortText(text: string): string | null {
  const line = cleanLine(text, LIMITS.shortText)
  return line.ok ? line.value : line.error === 'empty' ? '' : null
}

const same = (a: MapInfo, b: MapInfo): boolean => JSON.stringify(a) === JSON.stringify(b)
