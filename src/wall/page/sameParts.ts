import type { MapView } from '../../audience/view.ts'
import type { WallPicture } from '../protocol.ts'

/**
 * A picture that keeps the objects of the one before wherever they say the same: what is drawn of them is
 * remembered by object, so that a single move among thousands costs a single card.
 */
export function withSameParts(picture: WallPicture, before: WallPicture | null): WallPicture {
  return before ? { ...picture, view: viewLike(picture.view, before.view) } : picture
}

function viewLike(view: MapView<'public'>, before: MapView<'public'>): MapView<'public'> {
  const { stakeholders: old } = before
  const stakeholders = view.stakeholders.map((now, i) => kept(now, old[i]))
  const changed =
    stakeholders.length !== old.length || stakeholders.some((now, i) => now !== old[i])
  const rest = { ...view, stakeholders: changed ? stakeholders : old }
  return changed || !says(rest, before) ? rest : before
}

const kept = <T>(now: T, before: T | undefined): T =>
  before !== undefined && says(now, before) ? before : now

/** Both were built field by field in the same order. */
const says = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
