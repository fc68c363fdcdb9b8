import type { Subject } from '../../audience/subject.ts'
import { own } from '../../domain/check.ts'
import { asId, type MapDoc, type RelationshipId, type StakeholderId } from '../../domain/records.ts'
import { type MessageKey, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/network.ts'
import '../../i18n/parts/sharing.ts'
import type { ViewSettings } from '../../store/viewSettings.ts'
import { draftKey, OF_POINT } from './drafts.ts'

/** A draft whose field is not on the screen. */
export interface WaitingDraft {
  readonly key: string
  /** Which field of whom it belongs to. */
  readonly words: string
  /** What has to be selected to see the field; null = it is in a dialog. */
  readonly at: { readonly stakeholder: StakeholderId } | { readonly tie: RelationshipId } | null
}

const FIELDS = {
  name: 'details.name',
  sector: 'details.sector',
  offers: 'details.offers',
  needs: 'details.needs',
  tags: 'details.tags',
  aliases: 'sharing.aliases',
  description: 'details.description',
  notes: 'details.notes',
  contact: 'details.contact',
  label: 'tie.word',
} as const

/** What a draft is of: `<id> notes`, or `map goal`, `segment 2`, `word <id>` for texts of the map itself. */
const recordOf = (of: string): string => of.slice(0, of.lastIndexOf(' '))
const OF_MAP = /^(?:map|segment|word) /
/** Where a text of no record is typed. */
const DIALOGS: readonly (readonly [of: RegExp, words: MessageKey])[] = [
  [OF_MAP, 'draft.inSettings'],
  [new RegExp(`^${OF_POINT}$`), 'draft.inPoints'],
]
const isInDialog = (of: string): boolean => DIALOGS.some(([pattern]) => pattern.test(of))

function fieldWords(of: string): string {
  const field = of.slice(of.lastIndexOf(' ') + 1)
  const key = Object.entries(FIELDS).find(([name]) => name === field)?.[1]
  return key ? t(key) : ''
}

/**
 * Drafts that the audience may see, but for those of what is selected: its own fields show them.
 *
 * @param began drafts as they were when the map was opened: of texts in dialogs, others are being typed
 */
export function waitingDrafts(
  { audience, drafts }: Pick<ViewSettings, 'audience' | 'drafts'>,
  began: ViewSettings['drafts'],
  subject: Subject,
  selected: string | null,
): readonly WaitingDraft[] {
  const prefix = draftKey('', audience)
  const keys = Object.keys(drafts).filter((key) =>
    prefix === '' ? !key.startsWith(draftKey('', 'public')) : key.startsWith(prefix),
  )
  const ofRecords = keys.flatMap((key): WaitingDraft[] => {
    const of = key.slice(prefix.length)
    if (isInDialog(of)) return []
    const id = recordOf(of)
    if (id === selected) return []
    const field = fieldWords(of)
    const stakeholder = asId<StakeholderId>(id)
    const name = subject.shown(stakeholder)?.name
    if (name !== undefined) {
      return [{ key, words: t('draft.ofWhom', { field, name }), at: { stakeholder } }]
    }
    const tie = subject.shownTie(asId<RelationshipId>(id))
    const drawn = tie && subject.tieOf(tie.key)
    if (!drawn) return []
    const first = subject.shown(drawn.from)?.name ?? ''
    const second = subject.shown(drawn.to)?.name ?? ''
    return [{ key, words: t('draft.ofTie', { field, first, second }), at: { tie: drawn.id } }]
  })
  const inDialogs = DIALOGS.flatMap(([pattern, words]): WaitingDraft[] => {
    const key = keys.find(
      (one) => pattern.test(one.slice(prefix.length)) && drafts[one] === began[one],
    )
    return key === undefined ? [] : [{ key, words: t(words), at: null }]
  })
  return [...ofRecords, ...inDialogs]
}

/** Drafts of records that are still there, and don't say just that by now; nobody would ever see the others again. */
export const draftsThatFit = (
  drafts: ViewSettings['drafts'],
  { stakeholders, relationships, sectors, resources }: MapDoc,
): ViewSettings['drafts'] => {
  const isThere = (id: string) =>
    stakeholders.has(asId(id)) ||
    relationships.has(asId(id)) ||
    sectors.has(asId(id)) ||
    resources.has(asId(id))
  return Object.fromEntries(
    Object.entries(drafts).filter(([key, draft]) => {
      const of = key.replace(new RegExp(`^${draftKey('', 'public')}`), '')
      if (of.startsWith('word ')) return isThere(of.slice('word '.length))
      if (isInDialog(of)) return true
      const one = stakeholders.get(asId<StakeholderId>(recordOf(of)))
      return isThere(recordOf(of)) && draft?.text !== own(one, of.slice(of.lastIndexOf(' ') + 1))
    }),
  )
}
