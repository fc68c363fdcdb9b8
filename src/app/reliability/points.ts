import { applyDiff, reverseDiff } from '../../domain/diff.ts'
import type { MapDoc } from '../../domain/records.ts'
import type { PointReason } from '../../domain/restorePoints.ts'
import { fail, type Result } from '../../domain/result.ts'
import {
  listPoints,
  type PointsOf,
  readPoint,
  removePoints,
  renamePoint,
} from '../../storage/restorePoints.ts'
import type { Commit } from '../../store/mapStore.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'
import { announce } from '../../ui/announcer.tsx'
import { whenIdle } from '../../ui/onDemand.tsx'
import { keepingFailureWords } from '../../views/keepingFailureWords.ts'
import type { PointServices } from '../../views/reliability.ts'
import type { KeepingFailure } from '../../views/services.ts'
import type { OnDisk, Session, Stock } from '../keeping.ts'
import type { ReliabilityPorts } from './reliability.ts'
import { pointsOf, takePoint } from './takePoint.ts'

/** So many at once, or a tenth of a map of ten and more, is a big delete. */
const MANY = 5
const SMALL_MAP = 10
/** Changes of any size that may turn out to be a mistake. */
const LARGE: ReadonlyMap<Commit['label']['action'], PointReason> = new Map([
  ['import', 'before import'],
  ['merge', 'before merge'],
  ['restore', 'before restore'],
])
/** Who tidies up removes one after the other: the copy before the first has them all. */
const TIDYING_MS = 60_000

/**
 * Takes the automatic points of an open map: once as it was opened, unless that copy is there already, and before every
 * large change, whichever view made it. Who only follows takes none.
 */
export function watchPoints({ db }: Stock, { map }: Session, onDisk: OnDisk): void {
  const { store, settings } = map
  /** That a change was large may tell how many are hidden: in public preview it waits for the team view. */
  const tellTeam = (code: KeepingFailure) => {
    const words = t('points.keep.failed', { reason: keepingFailureWords(code) })
    if (settings.getState().audience === 'team') return announce(words, 'problem')
    const stop = settings.subscribe(({ audience }) => {
      if (audience !== 'team') return
      stop()
      announce(words, 'problem')
    })
  }
  let opening: { readonly doc: MapDoc; readonly rev: number } | null = {
    doc: store.state.getState().doc,
    rev: onDisk.rev(),
  }
  let lastDelete = Number.NEGATIVE_INFINITY
  const take = (doc: MapDoc, reason: PointReason) => {
    if (!onDisk.isWriter()) return
    const taken = takePoint(db, onDisk, { doc, rev: onDisk.rev(), reason, isBefore: true })
    // A conflict is the map's own: it says so itself, or has been left.
    void taken.then((done) => {
      if (!done.ok && done.error.code !== 'conflict') tellTeam(done.error.code)
    })
  }
  /** When nobody may write here the copy waits for the first change that is made here. */
  const takeOpening = async () => {
    if (!opening || !onDisk.isWriter()) return
    const copy = opening
    opening = null
    // In a map that was just made there is nothing to go back to.
    if (copy.doc.stakeholders.size === 0) return
    const listed = await listPoints(pointsOf(db, onDisk))
    if (listed.ok && listed.value.points.some(({ rev }) => rev === copy.rev)) return
    if (onDisk.isWriter()) await takePoint(db, onDisk, { ...copy, reason: 'opened' })
  }

  whenIdle(() => void takeOpening())
  store.onCommit((commit, doc) => {
    const before = applyDiff(doc, reverseDiff(commit.diff))
    // What another tab wrote since belongs to the copy.
    if (opening) opening = { doc: before, rev: onDisk.rev() }
    void takeOpening()
    const reason = reasonOf(commit, before)
    if (reason === 'before deleting') {
      const now = Date.now()
      const isTidying = removedIn(commit) < MANY && Math.abs(now - lastDelete) < TIDYING_MS
      if (isTidying) return
      lastDelete = now
    }
    if (reason) take(before, reason)
  })
}

const removedIn = ({ diff }: Commit): number =>
  [...diff.removed.values()].filter(({ type }) => type === 'stakeholder').length

/** Why a copy is to be kept of how the map was before a change; null for everyday changes and for what is undone. */
function reasonOf(commit: Commit, { stakeholders }: MapDoc): PointReason | null {
  if (commit.source === 'undo') return null
  const reason = LARGE.get(commit.label.action)
  if (reason) return reason
  const removed = removedIn(commit)
  const isLargePart = stakeholders.size >= SMALL_MAP && removed * 10 >= stakeholders.size
  return removed >= MANY || isLargePart ? 'before deleting' : null
}

/** What the panel of restore points may ask for. */
export function pointServices({
  stock,
  session,
}: Pick<ReliabilityPorts, 'stock' | 'session'>): PointServices {
  const withPoints = async <T, E extends string>(
    run: (of: PointsOf, open: Session, onDisk: OnDisk) => Promise<Result<T, { readonly code: E }>>,
  ): Promise<Result<T, E | KeepingFailure>> => {
    const open = session()
    if (!stock || !open?.onDisk) return fail('unavailable')
    const result = await run(pointsOf(stock.db, open.onDisk), open, open.onDisk)
    return result.ok ? result : fail(result.error.code)
  }
  /** Only the tab that writes the map writes its points. */
  const asWriter = <T>(
    run: (
      of: PointsOf,
      open: Session,
      onDisk: OnDisk,
    ) => Promise<Result<T, { readonly code: KeepingFailure }>>,
  ) =>
    withPoints<T, KeepingFailure>((of, open, onDisk) =>
      onDisk.isWriter() && !open.map.store.state.getState().readOnly
        ? run(of, open, onDisk)
        : Promise.resolve(fail({ code: 'conflict' })),
    )
  return {
    list: () => withPoints(listPoints),
    read: (id) => withPoints((of, { map }) => readPoint(of, id, map.store.state.getState().doc)),
    keep: (name) =>
      asWriter(async ({ db }, open, onDisk) => {
        const { doc } = open.map.store.state.getState()
        // Whether this can be stored or not, the copy is of what is on the screen.
        await open.flush()
        return takePoint(db, onDisk, { doc, rev: onDisk.rev(), reason: 'named', name })
      }),
    rename: (id, name) => asWriter((of) => renamePoint(of, id, name)),
    remove: (id) => asWriter((of) => removePoints(of, [id])),
  }
}
