import { diffOf } from '../diff.ts'
import { LIMITS } from '../limits.ts'
import { cleanName } from '../names.ts'
import type { MapInfo } from '../records.ts'
import { fail, ok } from '../result.ts'
import type { Command } from './command.ts'

export type MapEdit = Partial<
  Pick<MapInfo, 'name' | 'we' | 'goal' | 'alliesSide' | 'segmentNames'>
>

/** Changes the map's own facts: issue, who we are, hub text, side of the allies, names of segments. */
export const editMap =
  (edit: MapEdit): Command =>
  (doc) => {
    const { name, we, goal, segmentNames } = edit
    const short = [we, goal, ...(segmentNames ?? [])]
    if (short.some((text) => (text?.length ?? 0) > LIMITS.shortText)) {
      return fail({ code: 'too long', limit: LIMITS.shortText })
    }
    const to: MapInfo = { ...doc.info, ...edit }
    if (name === undefined) return ok(changed(doc.info, to))
    const clean = cleanName(name)
    if (clean.ok) return ok(changed(doc.info, { ...to, name: clean.value }))
    return fail(
      clean.error === 'empty' ? { code: 'empty name' } : { code: 'too long', limit: LIMITS.name },
    )
  }

const changed = (from: MapInfo, to: MapInfo) =>
  diffOf(JSON.stringify(from) === JSON.stringify(to) ? {} : { updated: [[from, to]] })
