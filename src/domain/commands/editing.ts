import { diffOf } from '../diff.ts'
import { LIMITS } from '../limits.ts'
import { cleanLine, cleanText } from '../names.ts'
import type {
  Confidentiality,
  Role,
  SegmentIndex,
  Stakeholder,
  StakeholderId,
  StakeholderKind,
} from '../records.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkedName } from './checkedName.ts'
import type { Command, CommandError } from './command.ts'
import { wordChanges } from './words.ts'

/** What can be said of one or several stakeholders at once. Words are looked up or added to the vocabularies. */
export interface StakeholderEdit {
  readonly name?: string
  readonly aliases?: readonly string[]
  readonly kind?: StakeholderKind
  readonly targetSegment?: SegmentIndex | null
  readonly influence?: number | null
  readonly role?: Role
  readonly sector?: string | null
  readonly offers?: readonly string[]
  readonly needs?: readonly string[]
  readonly tags?: readonly string[]
  readonly confidentiality?: Confidentiality
  readonly description?: string
  readonly notes?: string
  readonly contact?: string
}

/** Applies the same edit to each of the stakeholders. An edit that changes nothing gives an empty diff. */
export const editStakeholders =
  (ids: Iterable<StakeholderId>, edit: StakeholderEdit): Command =>
  (doc, context) => {
    const checked = checkEdit(edit)
    if (!checked.ok) return checked
    const words = wordChanges(doc, context)
    const { sector, offers, needs, ...plain } = checked.value
    const patch: Partial<Stakeholder> = {
      ...plain,
      ...(sector === undefined ? {} : { sector: sector === null ? null : words.sector(sector) }),
      ...(offers === undefined ? {} : { offers: words.resources(offers) }),
      ...(needs === undefined ? {} : { needs: words.resources(needs) }),
    }
    const updated: [Stakeholder, Stakeholder][] = []
    for (const id of ids) {
      const from = doc.stakeholders.get(id)
      if (!from) return fail({ code: 'missing' })
      const to = { ...from, ...patch }
      if (!sameFields(from, to)) updated.push([from, to])
    }
    if (updated.length === 0) return ok(diffOf({}))
    if (words.tooMany()) return fail({ code: 'too many', limit: LIMITS.vocabulary })
    return ok(diffOf({ updated, added: words.added() }))
  }

function checkEdit(edit: StakeholderEdit): Result<StakeholderEdit, CommandError> {
  const name = edit.name === undefined ? ok(undefined) : checkedName(edit.name)
  if (!name.ok) return name
  const sector = edit.sector ? checkedWords([edit.sector]) : ok([])
  if (!sector.ok) return sector
  const clean: Writable<StakeholderEdit> = { ...edit }
  if (name.value !== undefined) clean.name = name.value
  if (edit.sector !== undefined) clean.sector = sector.value[0] ?? null
  for (const field of ['aliases', 'offers', 'needs', 'tags'] as const) {
    const list = edit[field]
    if (list === undefined) continue
    const words = checkedWords(list)
    if (!words.ok) return words
    clean[field] = words.value
  }
  for (const field of ['description', 'notes', 'contact'] as const) {
    const text = edit[field]
    if (text === undefined) continue
    if (text.length > LIMITS.longText) return fail({ code: 'too long', limit: LIMITS.longText })
    clean[field] = cleanText(text)
  }
  return ok(clean)
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Words as they may be stored, without the empty ones and without repeats. */
function checkedWords(list: readonly string[]): Result<readonly string[], CommandError> {
  const words = new Set<string>()
  for (const text of list) {
    const word = cleanLine(text, LIMITS.shortText)
    if (word.ok) words.add(word.value)
    else if (word.error === 'too long') return fail({ code: 'too long', limit: LIMITS.shortText })
  }
  if (words.size > LIMITS.tagsPerStakeholder) {
    return fail({ code: 'too many', limit: LIMITS.tagsPerStakeholder })
  }
  return ok([...words])
}

/** Flat comparison by JSON is exact here: records hold only strings, numbers, lists and small objects. */
const sameFields = (a: Stakeholder, b: Stakeholder): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
