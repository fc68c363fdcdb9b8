import type { MapView, ViewInfo, ViewRelationship, ViewStakeholder } from '../audience/view.ts'
import {
  between,
  type Check,
  list,
  nullable,
  object,
  oneOf,
  own,
  tagged,
  text,
  yesNo,
} from '../domain/check.ts'
import { FIELDS } from '../domain/decode.ts'
import { LIMITS } from '../domain/limits.ts'
import type { SegmentIndex } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import {
  type FromWall,
  type Spotlight,
  type ToWall,
  WALL_PROTOCOL,
  type WallPicture,
  type WallShown,
  type WallThen,
} from './protocol.ts'

/** `another protocol`: the other end is another build. `not understood`: no message of this protocol. */
export type WallFault = 'another protocol' | 'not understood'

const key = text(1, LIMITS.shortText)
const name = text(0, LIMITS.name)
const short = text(0, LIMITS.shortText)
const segment: Check<SegmentIndex> = oneOf([0, 1, 2, 3, 4])
/** Far beyond any screen or layout; keeps what is drawn finite. */
const coordinate = between(-LIMITS.networkPlace, LIMITS.networkPlace)
const words = list(short, LIMITS.wordsPerStakeholder)
/** What only the team may see has no place here: a value that is anything but null refuses the message. */
const nothing: Check<null> = nullable(() => fail({ path: [], code: 'wrong value' }))

const pairOf =
  <A, B>(first: Check<A>, second: Check<B>): Check<readonly [A, B]> =>
  (value) => {
    const a = first(own(value, 0))
    if (!a.ok) return a
    const b = second(own(value, 1))
    return b.ok ? ok([a.value, b.value]) : b
  }

const placeOf: Check<readonly [string, number, number]> = (value) => {
  const who = key(own(value, 0))
  if (!who.ok) return who
  const at = pairOf(coordinate, coordinate)([own(value, 1), own(value, 2)])
  return at.ok ? ok([who.value, ...at.value]) : at
}

const view = object<MapView<'public'>>({
  audience: oneOf(['public']),
  info: object<ViewInfo>({
    name,
    we: name,
    goal: name,
    alliesSide: FIELDS.alliesSide,
    segmentNames: FIELDS.segmentNames,
  }),
  stakeholders: list(
    object<ViewStakeholder<'public'>>({
      key,
      name,
      kind: FIELDS.kind,
      placement: FIELDS.placement,
      influence: FIELDS.influence,
      role: FIELDS.role,
      sector: nullable(short),
      targetSegment: FIELDS.targetSegment,
      offers: words,
      needs: words,
      tags: list(short, LIMITS.tagsPerStakeholder),
      description: text(0, LIMITS.longText),
      team: nothing,
    }),
    LIMITS.stakeholders,
  ),
  relationships: list(
    object<ViewRelationship<'public'>>({
      key,
      from: key,
      to: key,
      kind: FIELDS.tieKind,
      label: short,
      direction: FIELDS.direction,
      strength: FIELDS.strength,
      team: nothing,
    }),
    LIMITS.relationships,
  ),
  sectors: list(short, LIMITS.vocabulary),
  resources: list(short, LIMITS.vocabulary),
})

const spotlight = tagged<Spotlight>('kind', {
  stakeholder: object<Extract<Spotlight, { kind: 'stakeholder' }>>({
    kind: oneOf(['stakeholder']),
    key,
  }),
  segment: object<Extract<Spotlight, { kind: 'segment' }>>({ kind: oneOf(['segment']), segment }),
})

const shown = object<WallShown>({
  picture: nullable(
    object<WallPicture>({
      view,
      drawing: oneOf(['spectrum', 'network', 'power']),
      powerAxes: oneOf(['stance across', 'influence across']),
      targets: yesNo,
      ties: yesNo,
      places: nullable(list(placeOf, LIMITS.stakeholders)),
      spotlight: nullable(spotlight),
      closeUp: nullable(list(key, LIMITS.stakeholders)),
      earlier: nullable(
        object<WallThen>({
          when: short,
          segments: list(pairOf(key, nullable(segment)), LIMITS.stakeholders),
        }),
      ),
    }),
  ),
  dark: yesNo,
  frozen: yesNo,
})

const protocol = oneOf([WALL_PROTOCOL])
const pixels = between(0, 100_000)

const toWall = tagged<ToWall>('kind', {
  show: object<Extract<ToWall, { kind: 'show' }>>({ protocol, kind: oneOf(['show']), shown }),
  call: object<Extract<ToWall, { kind: 'call' }>>({ protocol, kind: oneOf(['call']) }),
  close: object<Extract<ToWall, { kind: 'close' }>>({ protocol, kind: oneOf(['close']) }),
})

const fromWall = tagged<FromWall>('kind', {
  here: object<Extract<FromWall, { kind: 'here' }>>({
    protocol,
    kind: oneOf(['here']),
    width: pixels,
    height: pixels,
    shown: nullable(shown),
  }),
  gone: object<Extract<FromWall, { kind: 'gone' }>>({ protocol, kind: oneOf(['gone']) }),
})

function decoded<T>(check: Check<T>, value: unknown): Result<T, WallFault> {
  const said = own(value, 'protocol')
  if (typeof said === 'number' && said !== WALL_PROTOCOL) return fail('another protocol')
  const checked = check(value)
  return checked.ok ? checked : fail('not understood')
}

/** A message for the wall, built field by field: unknown fields are dropped, wrong shapes refused. */
export const decodeToWall = (value: unknown): Result<ToWall, WallFault> => decoded(toWall, value)

/** A message of the wall, built in the same way. */
export const decodeFromWall = (value: unknown): Result<FromWall, WallFault> =>
  decoded(fromWall, value)
