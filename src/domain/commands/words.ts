import { diffOf } from '../diff.ts'
import { LIMITS } from '../limits.ts'
import { cleanLine, foldName } from '../names.ts'
import {
  asId,
  type AnyRecord,
  type MapDoc,
  type Resource,
  type ResourceId,
  type Sector,
  type SectorId,
  type Stakeholder,
} from '../records.ts'
import { fail, ok } from '../result.ts'
import type { Command, CommandContext } from './command.ts'

/** Finds the words of an edit in the map's vocabularies and makes the ones that are new. */
export function wordChanges(doc: MapDoc, { newId }: CommandContext) {
  const sectors = new Map(Array.from(doc.sectors.values(), (s) => [foldName(s.name), s]))
  const resources = new Map(Array.from(doc.resources.values(), (r) => [foldName(r.name), r]))
  const added: AnyRecord[] = []
  const resource = (word: string): ResourceId => {
    const known = resources.get(foldName(word))
    if (known) return known.id
    const made: Resource = { type: 'resource', id: newId(), name: word }
    resources.set(foldName(word), made)
    added.push(made)
    return made.id
  }
  return {
    sector(word: string): SectorId {
      const known = sectors.get(foldName(word))
      if (known) return known.id
      const made: Sector = { type: 'sector', id: newId(), name: word }
      sectors.set(foldName(word), made)
      added.push(made)
      return made.id
    },
    resources: (words: readonly string[]): ResourceId[] => [
      ...new Set(words.filter((word) => word.trim() !== '').map(resource)),
    ],
    added: (): readonly AnyRecord[] => added,
    /** Whether a vocabulary would grow beyond `LIMITS.vocabulary`. */
    tooMany: (): boolean => Math.max(sectors.size, resources.size) > LIMITS.vocabulary,
  }
}

type Word = Sector | Resource

const findWord = (doc: MapDoc, id: Word['id']): Word | undefined =>
  doc.sectors.get(asId(id)) ?? doc.resources.get(asId(id))

/** Rewords a sector or resource everywhere at once. Refused when another word already reads so: merge them instead. */
export const renameWord =
  (id: Word['id'], name: string): Command =>
  (doc) => {
    const from = findWord(doc, id)
    if (!from) return fail({ code: 'missing' })
    const clean = cleanLine(name, LIMITS.shortText)
    if (!clean.ok) {
      return fail(
        clean.error === 'empty'
          ? { code: 'empty name' }
          : { code: 'too long', limit: LIMITS.shortText },
      )
    }
    const word = clean.value
    const siblings: Iterable<Word> =
      from.type === 'sector' ? doc.sectors.values() : doc.resources.values()
    for (const other of siblings) {
      if (other.id !== id && foldName(other.name) === foldName(word)) {
        return fail({ code: 'word exists', word: other.name })
      }
    }
    return ok(diffOf(from.name === word ? {} : { updated: [[from, { ...from, name: word }]] }))
  }

/** Everybody who had the first word has the second instead; the first leaves the vocabulary. */
export const mergeWords =
  (id: Word['id'], into: Word['id']): Command =>
  (doc) => {
    const from = findWord(doc, id)
    const kept = findWord(doc, into)
    if (!from || !kept || from.type !== kept.type || from.id === kept.id) {
      return fail({ code: 'missing' })
    }
    return ok(diffOf({ updated: replaceWord(doc, from, kept), removed: [from] }))
  }

/** Takes a word out of the vocabulary and off everybody who had it. */
export const removeWord =
  (id: Word['id']): Command =>
  (doc) => {
    const from = findWord(doc, id)
    if (!from) return fail({ code: 'missing' })
    return ok(diffOf({ updated: replaceWord(doc, from, null), removed: [from] }))
  }

/** How many stakeholders use a word. */
export function usesOfWord(doc: MapDoc, id: Word['id']): number {
  let uses = 0
  for (const { sector, offers, needs } of doc.stakeholders.values()) {
    if (sector === id || offers.some((r) => r === id) || needs.some((r) => r === id)) uses++
  }
  return uses
}

function replaceWord(doc: MapDoc, from: Word, to: Word | null): [Stakeholder, Stakeholder][] {
  const updated: [Stakeholder, Stakeholder][] = []
  const swap = (list: readonly ResourceId[]): ResourceId[] => [
    ...new Set(
      list.flatMap((id) => (id !== from.id ? [id] : to?.type === 'resource' ? [to.id] : [])),
    ),
  ]
  for (const stakeholder of doc.stakeholders.values()) {
    const { sector, offers, needs } = stakeholder
    if (from.type === 'sector') {
      if (sector !== from.id) continue
      updated.push([stakeholder, { ...stakeholder, sector: to?.type === 'sector' ? to.id : null }])
    } else if (offers.includes(from.id) || needs.includes(from.id)) {
      updated.push([stakeholder, { ...stakeholder, offers: swap(offers), needs: swap(needs) }])
    }
  }
  return updated
}
