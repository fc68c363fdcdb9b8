import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withSameParts } from '../../../src/wall/page/sameParts.ts'
import { GRACE_MS, joinWall, PATIENCE_MS } from '../../../src/wall/page/wallEnd.ts'
import { type ToWall, WALL_PROTOCOL, type WallShown } from '../../../src/wall/protocol.ts'
import { arbitraryPicture, arbitraryShown } from './pictures.ts'

const [shown, another] = fc.sample(
  arbitraryShown.filter(({ picture }) => picture !== null),
  { numRuns: 2, seed: 4 },
)
if (!shown || !another) throw new Error('there is no picture to show')
const show = (what: WallShown): ToWall => ({ protocol: WALL_PROTOCOL, kind: 'show', shown: what })

/** A wall whose console, clock and window are the test's. */
function opened({ mayReload = true } = {}) {
  const said: unknown[] = []
  const done: string[] = []
  const waiting = new Set<() => void>()
  const graces = new Set<() => void>()
  const watches: (() => void)[] = []
  let hear = (_data: unknown): void => undefined
  const wall = joinWall({
    channel: {
      postMessage: (message) => void said.push(structuredClone(message)),
      addEventListener: (_type, listener) => {
        hear = (data) => listener({ data: structuredClone(data) })
      },
      close: () => undefined,
    },
    size: () => ({ width: 1920, height: 1080 }),
    closeWindow: () => void done.push('closed'),
    reload: () => {
      done.push('asked to reload')
      return mayReload
    },
    later: (run, ms) => {
      expect([PATIENCE_MS, GRACE_MS]).toContain(ms)
      const timers = ms === GRACE_MS ? graces : waiting
      timers.add(run)
      return () => void timers.delete(run)
    },
    onceUnguided: (run) => void watches.push(run),
  })
  let turns = 0
  wall.subscribe(() => turns++)
  return {
    wall,
    said,
    done,
    hear: (data: unknown) => hear(data),
    turns: () => turns,
    watches,
    /** The lock of its console is free. */
    consoleGoes: () => watches.at(-1)?.(),
    afterGrace: () => graces.forEach((run) => run()),
    afterPatience: () => waiting.forEach((run) => run()),
  }
}

describe('a wall', () => {
  it('says that it is there as soon as it is, how large, and that it shows nothing yet', () => {
    const { said, wall } = opened()
    expect(said).toEqual([
      { protocol: WALL_PROTOCOL, kind: 'here', width: 1920, height: 1080, shown: null },
    ])
    expect(wall.state()).toEqual({ is: 'waiting' })
  })

  it('shows what it is told, and tells a console that was reloaded what that is', () => {
    const { wall, hear, said } = opened()
    hear(show(shown))
    expect(wall.state()).toEqual({ is: 'showing', shown })
    hear({ protocol: WALL_PROTOCOL, kind: 'call' })
    expect(said.at(-1)).toMatchObject({ kind: 'here', shown })
  })

  it('says how a wall is opened when no console answers, and shows what comes all the same', () => {
    const { wall, hear, afterPatience } = opened()
    afterPatience()
    expect(wall.state()).toEqual({ is: 'alone' })
    hear(show(shown))
    expect(wall.state()).toEqual({ is: 'showing', shown })
  })

  it('keeps its picture when the console is lost', () => {
    const { wall, hear, afterPatience } = opened()
    hear(show(shown))
    afterPatience()
    expect(wall.state()).toEqual({ is: 'showing', shown })
  })

  it('lets go of its picture when its console is gone for good, and of nothing before', () => {
    const { wall, hear, said, consoleGoes, afterGrace } = opened()
    hear(show({ ...shown, dark: false }))
    afterGrace()
    consoleGoes()
    expect(wall.state()).toMatchObject({ is: 'showing' })
    afterGrace()
    expect(wall.state()).toEqual({ is: 'unguided', dark: false })
    wall.sayHere()
    expect(said.at(-1)).toMatchObject({ shown: { picture: null } })
    hear(show(another))
    expect(wall.state()).toEqual({ is: 'showing', shown: another })
  })

  it('stays dark without its console', () => {
    const { wall, hear, consoleGoes, afterGrace } = opened()
    hear(show({ ...shown, dark: true }))
    consoleGoes()
    afterGrace()
    expect(wall.state()).toEqual({ is: 'unguided', dark: true })
  })

  it('keeps its picture for a console that was only loading again, and watches that one too', () => {
    const { wall, hear, consoleGoes, afterGrace, watches } = opened()
    hear(show(shown))
    hear({ protocol: WALL_PROTOCOL, kind: 'call' })
    expect(watches).toHaveLength(1)
    consoleGoes()
    hear({ protocol: WALL_PROTOCOL, kind: 'call' })
    afterGrace()
    expect(wall.state()).toEqual({ is: 'showing', shown })
    expect(watches).toHaveLength(2)
    consoleGoes()
    afterGrace()
    expect(wall.state()).toMatchObject({ is: 'unguided' })
  })

  it('is not moved by noise', () => {
    const { wall, hear, turns } = opened()
    hear(show(shown))
    for (const noise of [null, 'show', { protocol: WALL_PROTOCOL, kind: 'shout' }]) hear(noise)
    expect(turns()).toBe(1)
    expect(wall.state()).toEqual({ is: 'showing', shown })
  })

  it('comes to rest when it does not understand what it is to show, and is not lit by that', () => {
    for (const unclear of [{ kind: 'show' }, { ...show(another), shown: {} }]) {
      for (const dark of [true, false]) {
        const { wall, hear, said } = opened()
        hear(show({ ...shown, dark }))
        hear(unclear)
        const rest = { picture: null, dark, frozen: false }
        expect(wall.state()).toEqual({ is: 'showing', shown: rest })
        wall.sayHere()
        expect(said.at(-1)).toMatchObject({ shown: rest })
      }
    }
  })

  it('reloads once for a console of another build, then says so', () => {
    const first = opened()
    first.hear({ protocol: WALL_PROTOCOL + 1, kind: 'show' })
    expect(first.done).toEqual(['asked to reload'])
    expect(first.wall.state()).toEqual({ is: 'waiting' })
    const second = opened({ mayReload: false })
    second.hear({ protocol: WALL_PROTOCOL + 1, kind: 'show' })
    expect(second.wall.state()).toEqual({ is: 'another build' })
  })

  it('closes when asked to, and says when it goes', () => {
    const { wall, hear, done, said } = opened()
    wall.sayGone()
    expect(said.at(-1)).toEqual({ protocol: WALL_PROTOCOL, kind: 'gone' })
    hear({ protocol: WALL_PROTOCOL, kind: 'close' })
    expect(done).toEqual(['closed'])
  })
})

describe('a picture after another', () => {
  it('is the new one, in the objects of the old one wherever nothing changed', () => {
    fc.assert(
      fc.property(arbitraryPicture(), arbitraryPicture(), (before, now) => {
        expect(withSameParts(structuredClone(now), before)).toEqual(now)
        const again = withSameParts(structuredClone(before), before)
        expect(again.view).toBe(before.view)
      }),
    )
  })

  it('keeps everybody but the one who moved', () => {
    const picture = shown.picture
    if (!picture?.view.stakeholders[0]) throw new Error('nobody is there')
    const [first, ...others] = picture.view.stakeholders
    const moved = { ...first, placement: { stance: -1, depth: 0.123 } }
    const next = withSameParts(
      structuredClone({ ...picture, view: { ...picture.view, stakeholders: [moved, ...others] } }),
      picture,
    )
    expect(next.view.stakeholders[0]).toEqual(moved)
    next.view.stakeholders.slice(1).forEach((one, i) => expect(one).toBe(others[i]))
  })
})
