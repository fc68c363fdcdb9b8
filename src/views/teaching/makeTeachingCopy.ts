import { wordsOf } from '../../audience/confidentialWords.ts'
import { viewFor } from '../../audience/gate.ts'
import type { MapView, PublicChoices, ViewInfo } from '../../audience/view.ts'
import { isHidden } from '../../domain/hidden.ts'
import type { DecodedImport } from '../../domain/imported.ts'
import type { MapDoc, Stakeholder } from '../../domain/records.ts'
import { ok, type Result } from '../../domain/result.ts'
import { tellingWords } from '../../domain/teaching/languages.ts'
import { teachingCopy, textsIn } from '../../domain/teaching/teachingCopy.ts'
import { spacedOut } from '../../editing/placeApart.ts'
import { allyscopeJson } from '../../files/allyscopeJson.ts'
import type { FileProblem } from '../../files/problem.ts'

export interface TeachingWishes {
  /** The same seed gives the same names. */
  readonly seed: string
  /** Also what only the team may see; without, nothing in the copy comes of it. */
  readonly everything: boolean
}

/** Targets and words are safe to keep where the public sees whose they are: no text of theirs is kept. */
const ALL_CHOSEN: PublicChoices = {
  targets: true,
  offersAndNeeds: true,
  tags: true,
  description: true,
}

/**
 * A teaching copy of a map, as a file that a new map is made of. It goes the way of every output: through the gate,
 * and as the file that would be saved. Cards are then tidied: other names have other sizes.
 */
export function makeTeachingCopy(
  doc: MapDoc,
  { seed, everything }: TeachingWishes,
): Result<DecodedImport, FileProblem> {
  const view: MapView = everything ? viewFor(doc, 'team') : viewFor(doc, 'public', ALL_CHOSEN)
  const file = allyscopeJson.parse(allyscopeJson.write(withoutNotes(view)))
  if (!file.ok) return file
  const people = [...doc.stakeholders.values()]
  const seen = everything ? people : people.filter((one) => !isHidden(one))
  const invented = inventedFrom(file.value.import, seed, {
    seen: mentionsOf(seen, view.info),
    all: mentionsOf(people, doc.info),
  })
  return ok(spacedOut(invented))
}

interface Mentioned {
  /** What must not come up, of all that the copy is made of. */
  readonly seen: (text: string) => boolean
  /** The same, with all that it is not made of. */
  readonly all: (text: string) => boolean
}

/** How many seeds are tried. */
const TURNS = 5

/**
 * To step around the name of somebody hidden would give a copy that no map without them has. Hardly ever does one
 * come up by chance; then all names are made up anew, as for another seed. Only where that is of no use is it avoided.
 */
function inventedFrom(file: DecodedImport, seed: string, { seen, all }: Mentioned): DecodedImport {
  for (let turn = 1; turn <= TURNS; turn++) {
    const turned = turn === 1 ? seed : `${seed} ${turn}`
    const copy = teachingCopy(file, { seed: turned, mentions: seen })
    if (!textsIn(copy).some(all)) return copy
  }
  return teachingCopy(file, { seed, mentions: all })
}

/** They are left out anyway, and may be larger than a file. */
const withoutNotes = (view: MapView): MapView => ({
  ...view,
  stakeholders: view.stakeholders.map((one) => ({
    ...one,
    description: '',
    team: one.team && { ...one.team, aliases: [], notes: '', contact: '' },
  })),
})

/** Whether a text has one of these names in it, an alias, or a word of one that tells whose it is. */
function mentionsOf(
  people: readonly Pick<Stakeholder, 'name' | 'aliases'>[],
  { name, we, goal }: Pick<ViewInfo, 'name' | 'we' | 'goal'>,
): Mentioned['all'] {
  const names = [
    ...people.flatMap((one) => [one.name, ...one.aliases]),
    ...[name, we, goal].filter((text) => text !== ''),
  ]
  const words = wordsOf([...names, ...tellingWords(names)])
  return (text) => words.mentionedIn(text) !== null
}
