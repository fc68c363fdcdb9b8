import { beforeEach, describe, expect, it } from 'vitest'
import { viewFor } from '../../../src/audience/gate.ts'
import {
  ANSWER_MS,
  CALL_MS,
  createWallHost,
  RETURN_MS,
  type WallHost,
} from '../../../src/wall/host.ts'
import { wallPictureOf } from '../../../src/wall/picture.ts'
import {
  type FromWall,
  type ToWall,
  WALL_PROTOCOL,
  type WallPicture,
  type WallShown,
} from '../../../src/wall/protocol.ts'
import { PLAIN_WALL } from '../../support/plainWall.ts'
import { docOf, inSegment, stakeholder } from '../../support/records.ts'

/** One browser: a clock, channels between windows, and names that are held by one page at a time. */
class Browser {
  now = 0
  #timers = new Set<{ at: number; run: () => void }>()
  #lines = new Map<string, Set<(message: unknown) => void>>()
  readonly #held = new Set<string>()

  later = (run: () => void, ms: number) => {
    const timer = { at: this.now + ms, run }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }

  pass(ms: number): void {
    const end = this.now + ms
    for (;;) {
      const [next] = [...this.#timers].toSorted((a, b) => a.at - b.at)
      if (!next || next.at > end) break
      this.#timers.delete(next)
      this.now = next.at
      next.run()
    }
    this.now = end
  }

  join(name: string, onMessage: (message: unknown) => void) {
    const line = this.#lines.get(name) ?? new Set()
    this.#lines.set(name, line)
    line.add(onMessage)
    return {
      post: (message: unknown) => {
        const copy: unknown = structuredClone(message)
        for (const other of line) if (other !== onMessage) other(copy)
      },
      close: () => void line.delete(onMessage),
    }
  }

  /** A tab with its own session storage. */
  tab(kept: string | null = null) {
    const tab = { kept }
    const held: string[] = []
    const lines: { close(): void }[] = []
    return {
      tab,
      /** A page in this tab: the console. */
      console: (): WallHost =>
        createWallHost({
          openChannel: (name, onMessage) => {
            const line = this.join(name, onMessage)
            lines.push(line)
            return line
          },
          later: this.later,
          name: { kept: () => tab.kept, keep: (name) => void (tab.kept = name) },
          claim: (name) => {
            if (this.#held.has(name)) return Promise.resolve(false)
            this.#held.add(name)
            held.push(name)
            return Promise.resolve(true)
          },
        }),
      /** The page goes: its channels and what it holds with it. */
      unload: () => {
        for (const name of held) this.#held.delete(name)
        for (const line of lines) line.close()
      },
    }
  }
}

/** The projector's page, as the console sees it. */
class Wall {
  shown: WallShown | null = null
  /** Every picture that was ever sent. */
  readonly got: WallShown[] = []
  isClosed = false
  isMute = false
  #isAsleep = false
  readonly #line: ReturnType<Browser['join']>

  constructor(browser: Browser, name: string) {
    this.#line = browser.join(`allyscope-wall-${name}`, (message) => this.#hear(message))
    this.sayHere()
  }

  sayHere(width = 1920, height = 1080): void {
    this.#say({ protocol: WALL_PROTOCOL, kind: 'here', width, height, shown: this.shown })
  }

  leave(): void {
    this.#say({ protocol: WALL_PROTOCOL, kind: 'gone' })
    this.#line.close()
  }

  kill = (): void => this.#line.close()

  /** Into the browser's memory of pages that were left: it says goodbye, and hears nothing until it is back. */
  sleep(): void {
    this.#say({ protocol: WALL_PROTOCOL, kind: 'gone' })
    this.#isAsleep = true
  }

  wake(): void {
    this.#isAsleep = false
    this.sayHere()
  }

  #say(message: FromWall): void {
    this.#line.post(message)
  }

  #hear(data: unknown): void {
    if (this.#isAsleep) return
    const message = data as ToWall
    if (message.kind === 'show') {
      this.shown = message.shown
      this.got.push(message.shown)
    } else if (message.kind === 'close') this.isClosed = true
    else if (!this.isMute) this.sayHere()
  }
}

const pictureWith = (...names: string[]): WallPicture => {
  const doc = docOf(names.map((name) => stakeholder(name, { placement: inSegment(1) })))
  const picture = wallPictureOf(viewFor(doc, 'public'), null, PLAIN_WALL)
  if (!picture) throw new Error('a spectrum needs no places')
  return picture
}
const live = (...names: string[]): WallShown => ({
  picture: pictureWith(...names),
  dark: false,
  frozen: false,
})
const frozen = (...names: string[]): WallShown => ({ ...live(...names), frozen: true })
const namesOn = (wall: Wall): string[] | undefined =>
  wall.shown?.picture?.view.stakeholders.map(({ name }) => name)

let browser: Browser
beforeEach(() => {
  browser = new Browser()
})

/** A console whose wall is open and shows Ann. */
function workshop() {
  const tab = browser.tab()
  const host = tab.console()
  host.expect('w1')
  const wall = new Wall(browser, 'w1')
  host.show(live('Ann'))
  return { tab, host, wall }
}

describe('opening a wall', () => {
  it('waits for it, and shows it the picture that there is', () => {
    const host = browser.tab().console()
    host.expect('w1')
    host.show(live('Ann'))
    expect(host.state().link).toBe('opening')
    const wall = new Wall(browser, 'w1')
    expect(host.state()).toMatchObject({ link: 'open', size: { width: 1920, height: 1080 } })
    expect(namesOn(wall)).toEqual(['Ann'])
  })

  it('says when nothing is heard of it, and is glad when it comes after all', () => {
    const host = browser.tab().console()
    host.expect('w1')
    host.show(live('Ann'))
    browser.pass(ANSWER_MS)
    expect(host.state().link).toBe('unanswered')
    const wall = new Wall(browser, 'w1')
    expect(host.state().link).toBe('open')
    expect(namesOn(wall)).toEqual(['Ann'])
  })

  it('anew closes the wall that was there before', () => {
    const { host, wall } = workshop()
    host.expect('w2')
    expect(wall.isClosed).toBe(true)
    expect(wall.shown?.picture).toBeNull()
  })
})

describe('a frozen picture that is out of date', () => {
  it('is not given to a wall that has lost it, and stays on one that has it', () => {
    const { host, wall } = workshop()
    host.show(frozen('Ann'))
    host.withhold(true)
    host.show({ ...frozen('Ann'), dark: true })
    host.show(frozen('Ann'))
    wall.sayHere(1280, 720)
    expect(namesOn(wall)).toEqual(['Ann'])
    wall.leave()
    const again = new Wall(browser, 'w1')
    expect(again.shown).toEqual({ picture: null, dark: false, frozen: true })
    host.show(live('Ben'))
    expect(namesOn(again)).toEqual(['Ben'])
    expect(JSON.stringify(again.got)).not.toContain('Ann')
  })
})

describe('a wall that follows', () => {
  it('is told of a change once, and of no change never', () => {
    const { host, wall } = workshop()
    const before = wall.got.length
    host.show(live('Ann', 'Ben'))
    host.show(live('Ann', 'Ben'))
    expect(namesOn(wall)).toEqual(['Ann', 'Ben'])
    expect(wall.got).toHaveLength(before + 1)
  })

  it('hears nothing but calls while nothing happens', () => {
    const { wall, host } = workshop()
    const before = wall.got.length
    browser.pass(10 * CALL_MS)
    expect(host.state().link).toBe('open')
    expect(wall.got).toHaveLength(before)
  })

  it('tells its size when that changes', () => {
    const { host, wall } = workshop()
    wall.sayHere(1024, 768)
    expect(host.state().size).toEqual({ width: 1024, height: 768 })
  })
})

describe('a frozen wall', () => {
  it('keeps its picture while the map is edited, and catches up when it is live again', () => {
    const { host, wall } = workshop()
    host.show(frozen('Ann'))
    host.show(frozen('Ann', 'Ben'))
    expect(namesOn(wall)).toEqual(['Ann'])
    expect(JSON.stringify(wall.got)).not.toContain('Ben')
    host.show(live('Ann', 'Ben'))
    expect(namesOn(wall)).toEqual(['Ann', 'Ben'])
  })

  it('may go dark and come back with the same picture', () => {
    const { host, wall } = workshop()
    host.show(frozen('Ann'))
    host.show({ ...frozen('Ben'), dark: true })
    expect(wall.shown).toMatchObject({ dark: true, frozen: true })
    host.show(frozen('Ben'))
    expect(wall.shown).toMatchObject({ dark: false })
    expect(namesOn(wall)).toEqual(['Ann'])
  })

  it('that is reloaded gets the frozen picture again, not the newest', () => {
    const { host, wall } = workshop()
    host.show(frozen('Ann'))
    wall.leave()
    host.show(frozen('Ann', 'Ben'))
    const again = new Wall(browser, 'w1')
    expect(host.state().link).toBe('open')
    expect(namesOn(again)).toEqual(['Ann'])
    expect(JSON.stringify(again.got)).not.toContain('Ben')
  })

  it('stays frozen with its picture when the console is reloaded', async () => {
    const { tab, host, wall } = workshop()
    host.show(frozen('Ann'))
    tab.unload()
    const reloaded = tab.console()
    await reloaded.resume()
    expect(reloaded.state()).toMatchObject({ link: 'open', shown: { frozen: true, dark: false } })
    reloaded.show(frozen('Ann', 'Ben'))
    expect(namesOn(wall)).toEqual(['Ann'])
    reloaded.show(live('Ann', 'Ben'))
    expect(namesOn(wall)).toEqual(['Ann', 'Ben'])
  })
})

describe('a wall that is lost', () => {
  it('by goodbye is closed, unless it comes back at once', () => {
    const { host, wall } = workshop()
    wall.leave()
    browser.pass(RETURN_MS - 1)
    expect(host.state().link).toBe('open')
    const back = new Wall(browser, 'w1')
    browser.pass(2 * RETURN_MS)
    expect(host.state().link).toBe('open')
    expect(namesOn(back)).toEqual(['Ann'])
  })

  it('by goodbye is closed when it does not', () => {
    const { host, wall } = workshop()
    wall.leave()
    browser.pass(RETURN_MS)
    expect(host.state().link).toBe('closed')
  })

  it('without a word is missed at the second call', () => {
    const { host, wall } = workshop()
    wall.kill()
    browser.pass(2 * CALL_MS)
    expect(host.state().link).toBe('closed')
  })

  it('may come back late, to what the console shows by then', () => {
    const { host, wall } = workshop()
    wall.kill()
    browser.pass(3 * CALL_MS)
    host.rest()
    const late = new Wall(browser, 'w1')
    expect(host.state().link).toBe('open')
    expect(late.shown?.picture).toBeNull()
  })
})

describe('a wall that was away', () => {
  it('gets what it missed as soon as it is back, and nothing twice', () => {
    const { host, wall } = workshop()
    wall.sleep()
    host.show(live('Ben'))
    browser.pass(RETURN_MS - 1)
    wall.wake()
    expect(namesOn(wall)).toEqual(['Ben'])
    const before = wall.got.length
    wall.sayHere(800, 600)
    expect(wall.got).toHaveLength(before)
  })

  it('and comes back after the map was closed has no picture any more', () => {
    const { host, wall } = workshop()
    wall.sleep()
    host.rest()
    browser.pass(10 * CALL_MS)
    wall.wake()
    expect(wall.shown?.picture).toBeNull()
  })

  it('or only busy is found again by a later call', () => {
    const { host, wall } = workshop()
    wall.isMute = true
    browser.pass(3 * CALL_MS)
    expect(host.state().link).toBe('closed')
    host.show(live('Ann', 'Ben'))
    wall.isMute = false
    browser.pass(CALL_MS)
    expect(host.state().link).toBe('open')
    expect(namesOn(wall)).toEqual(['Ann', 'Ben'])
  })

  it('is still this page’s own when another map is opened meanwhile', async () => {
    const { tab, host, wall } = workshop()
    wall.isMute = true
    browser.pass(2 * CALL_MS)
    host.rest()
    await host.resume()
    browser.pass(ANSWER_MS)
    expect(tab.tab.kept).toBe('w1')
    expect(wall.isClosed).toBe(false)
    wall.isMute = false
    browser.pass(CALL_MS)
    expect(host.state()).toMatchObject({ link: 'open', name: 'w1' })
  })
})

describe('a console that was reloaded', () => {
  it('finds its wall and goes on', async () => {
    const { tab, wall } = workshop()
    tab.unload()
    const reloaded = tab.console()
    await reloaded.resume()
    expect(reloaded.state().link).toBe('open')
    expect(reloaded.state().shown.picture).toEqual(wall.shown?.picture)
    reloaded.show(live('Ann', 'Ben'))
    expect(namesOn(wall)).toEqual(['Ann', 'Ben'])
  })

  it('forgets a wall that was closed meanwhile', async () => {
    const { tab, wall } = workshop()
    tab.unload()
    wall.kill()
    const reloaded = tab.console()
    await reloaded.resume()
    browser.pass(ANSWER_MS)
    expect(reloaded.state()).toMatchObject({ link: 'closed', name: null })
    expect(tab.tab.kept).toBeNull()
    const late = new Wall(browser, 'w1')
    expect(reloaded.state().link).toBe('closed')
    expect(late.shown).toBeNull()
  })

  it('that never had a wall looks for none', async () => {
    const host = browser.tab().console()
    await host.resume()
    expect(host.state().link).toBe('closed')
  })
})

describe('a duplicated tab', () => {
  it('leaves the wall to the first, and may open one of its own', async () => {
    const { tab, host, wall } = workshop()
    const twin = browser.tab(tab.tab.kept)
    const other = twin.console()
    await other.resume()
    expect(other.state()).toMatchObject({ link: 'closed', name: null })
    expect(twin.tab.kept).toBeNull()
    other.show(live('Stranger'))
    expect(namesOn(wall)).toEqual(['Ann'])

    other.expect('w2')
    const second = new Wall(browser, 'w2')
    other.show(live('Stranger'))
    host.show(live('Ann', 'Ben'))
    expect([namesOn(wall), namesOn(second)]).toEqual([['Ann', 'Ben'], ['Stranger']])
  })
})

describe('rest', () => {
  it('takes the picture off at once, frozen or not', () => {
    const { host, wall } = workshop()
    host.show(frozen('Ann'))
    host.rest()
    expect(wall.shown).toEqual({ picture: null, dark: false, frozen: false })
  })

  it('does not light up a wall that is dark', () => {
    const { host, wall } = workshop()
    host.show({ ...live('Ann'), dark: true })
    host.rest()
    expect(wall.shown).toMatchObject({ picture: null, dark: true })
  })
})

it('closing empties the wall before its window goes, and forgets it', () => {
  const { tab, host, wall } = workshop()
  host.close()
  expect(wall.shown?.picture).toBeNull()
  expect(wall.isClosed).toBe(true)
  expect(tab.tab.kept).toBeNull()
  expect(host.state()).toMatchObject({ link: 'closed', name: null })
})

it('understands nothing but its own protocol', () => {
  const { host } = workshop()
  const line = browser.join('allyscope-wall-w1', () => undefined)
  line.post({ protocol: WALL_PROTOCOL + 1, kind: 'gone' })
  line.post({ kind: 'gone' })
  line.post('gone')
  browser.pass(RETURN_MS)
  expect(host.state().link).toBe('open')
})
