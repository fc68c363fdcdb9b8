import type { Subject } from '../audience/subject.ts'
import { segmentOf } from '../domain/spectrum.ts'
import { formatList, type MessageKey, t } from '../i18n/i18n.ts'
import { standsAs } from '../i18n/terms.ts'
import '../i18n/parts/insights.ts'

/** A stretch of a sentence; what people wrote themselves (names, words of the vocabularies) stands out. */
export interface Run {
  readonly text: string
  readonly own: boolean
}

interface Named {
  /** In the view that the sentence is about. */
  readonly key: string
  readonly name: string
}

/** A sentence about a map, to be shown or read out. */
export interface Sentence {
  readonly runs: readonly Run[]
  /** Everybody in the lists that the sentence cuts short; empty when it names them all. */
  readonly everybody: readonly Named[]
}

/** What a {placeholder} of a message stands for. */
export type Slot =
  | { readonly names: readonly string[]; readonly withStance?: boolean }
  | { readonly words: readonly string[] }

/** A longer list than this is cut short in a sentence, for nobody listens to ten names. */
const NAMED_IN_FULL = 4
const NAMED_OF_MORE = 3

/**
 * The message with its slots filled in from the subject. Names are only split in here, after the message
 * was chosen: a stakeholder called "{who}" is no placeholder.
 */
export function sentence(
  subject: Subject,
  key: MessageKey,
  slots: Readonly<Record<string, Slot>> = {},
  values: Readonly<Record<string, number>> = {},
): Sentence {
  const everybody: Named[] = []
  const runs = t(key, values)
    .split(/(\{\w+\})/)
    .flatMap((part): readonly Run[] => {
      const slot = slots[part.slice(1, -1)]
      if (!slot || !part.startsWith('{')) return part === '' ? [] : [{ text: part, own: false }]
      if ('words' in slot) return listed(slot.words.map((text) => [{ text, own: true }]))
      if (slot.names.length > NAMED_IN_FULL) {
        everybody.push(...slot.names.map((one) => ({ key: one, name: nameOf(subject, one) })))
      }
      return listedNames(subject, slot.names, slot.withStance ?? false)
    })
  return { runs, everybody }
}

/** Several sentences one after the other. */
export const together = (sentences: readonly Sentence[]): Sentence => ({
  runs: sentences.flatMap(({ runs }, index) =>
    index === 0 ? runs : [{ text: ' ', own: false }, ...runs],
  ),
  everybody: [
    ...new Map(
      sentences.flatMap(({ everybody }) => everybody.map((one) => [one.key, one] as const)),
    ).values(),
  ],
})

export const spoken = ({ runs }: Sentence): string => runs.map(({ text }) => text).join('')

/** The name of a stakeholder of the subject's view. */
export function nameOf(subject: Subject, key: string): string {
  const id = subject.idOf(key)
  return (id && subject.shown(id)?.name) ?? ''
}

function listedNames(subject: Subject, keys: readonly string[], withStance: boolean): Run[] {
  const item = (key: string): Run[] => {
    const stance = withStance ? stanceWords(subject, key) : ''
    const name = { text: nameOf(subject, key), own: true }
    return stance === '' ? [name] : [name, { text: ` (${stance})`, own: false }]
  }
  if (keys.length <= NAMED_IN_FULL) return listed(keys.map(item))
  const others = t('insight.others', { count: keys.length - NAMED_OF_MORE })
  return listed([...keys.slice(0, NAMED_OF_MORE).map(item), [{ text: others, own: false }]])
}

function stanceWords({ view, idOf, shown }: Subject, key: string): string {
  const id = idOf(key)
  const placement = id && shown(id)?.placement
  return placement ? standsAs(segmentOf(placement.stance), view.info.segmentNames) : ''
}

/** Joins as the language does ("a, b and c"), each item in its own runs. */
function listed(items: readonly (readonly Run[])[]): Run[] {
  const marks = formatList(items.map((_, index) => `{${index}}`))
  return marks.split(/(\{\d+\})/).flatMap((part) => {
    if (part === '') return []
    if (!part.startsWith('{')) return [{ text: part, own: false }]
    return items[Number(part.slice(1, -1))] ?? []
  })
}
