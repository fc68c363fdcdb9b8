import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { editStakeholders } from '../../../src/domain/commands/editing.ts'
import { removeStakeholders } from '../../../src/domain/commands/stakeholders.ts'
import type { OpenMap } from '../../../src/store/openMap.ts'
import { select } from '../../../src/store/selection.ts'
import { lightable } from '../../../src/views/wall/wallActions.ts'
import {
  consoleTab,
  type ConsoleTab,
  hide,
  makeItBe,
  move,
  passed,
} from '../../support/liveWall.ts'
import { docOf, HIDDEN, inSegment, personId, shownAt, stakeholder } from '../../support/records.ts'

const announce = vi.hoisted(() => vi.fn<(text: string, tone?: string) => void>())
vi.mock('../../../src/ui/announcer.tsx', () => ({ announce, speak: announce }))

const doc = docOf([
  stakeholder('Ann', { placement: inSegment(1) }),
  stakeholder('Zebulon', { placement: inSegment(1), confidentiality: HIDDEN }),
  stakeholder('Ben', { placement: inSegment(3) }),
  stakeholder('Pia', { placement: inSegment(0), confidentiality: shownAt(-0.4) }),
])
const mentioning = docOf([...doc.stakeholders.values()], { goal: 'Win Zebulon over' })

let tab: ConsoleTab
beforeEach(() => {
  tab = consoleTab()
  announce.mockClear()
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

const remove = (map: OpenMap, who: string) =>
  map.store.dispatch(removeStakeholders([personId(who)]), {
    action: 'remove',
    stakeholders: [personId(who)],
  })
const rename = (map: OpenMap, who: string, name: string) =>
  map.store.dispatch(editStakeholders([personId(who)], { name }), {
    action: 'edit',
    stakeholders: [personId(who)],
  })
const freeze = async (map: OpenMap) => {
  map.wall.setState({ isFrozen: true })
  await passed()
}
const BEN_IS_STILL = 'Ben is still on the frozen wall. Black it out, or unfreeze.'

describe('a frozen wall', () => {
  it.each([
    ['hidden', hide],
    ['removed', remove],
    ['shown at a public stance', (map: OpenMap, who: string) => makeItBe(map, who, shownAt(0.8))],
  ])('says that somebody is still on it who was %s', async (_, change) => {
    const { map } = await tab.opened(doc)
    await freeze(map)
    expect(map.wall.getState().exposed).toEqual([])
    change(map, 'Ben')
    await passed()
    expect(announce).toHaveBeenLastCalledWith(BEN_IS_STILL, 'problem')
    expect(map.wall.getState().exposed).toEqual([{ id: 'Ben', name: 'Ben' }])
    map.wall.setState({ isFrozen: false })
    await passed()
    expect(map.wall.getState().exposed).toEqual([])
  })

  it('says it once, not while it is dark, and again with the lights', async () => {
    const { map } = await tab.opened(doc)
    await freeze(map)
    map.wall.setState({ isDark: true })
    hide(map, 'Ben')
    await passed()
    expect(announce).not.toHaveBeenCalledWith(BEN_IS_STILL, 'problem')
    map.wall.setState({ isDark: false })
    await passed()
    rename(map, 'Ann', 'Anna')
    await passed()
    expect(announce.mock.calls.filter(([text]) => text === BEN_IS_STILL)).toHaveLength(1)
  })

  it('names nobody in public preview', async () => {
    const { map } = await tab.opened(doc)
    map.settings.setState({ audience: 'public' })
    await freeze(map)
    hide(map, 'Ben')
    await passed()
    expect(announce).not.toHaveBeenCalledWith(expect.stringContaining('Ben'), 'problem')
  })

  it('says of whom it has that they can be seen, not that they can’t', async () => {
    const { map } = await tab.opened(doc)
    await freeze(map)
    hide(map, 'Ben')
    await passed()
    select(map.selection, [personId('Ben')])
    expect(lightable(map)).toEqual({ why: 'exposed', words: BEN_IS_STILL })
    select(map.selection, [personId('Zebulon')])
    expect(lightable(map)).toMatchObject({ why: 'hidden' })
  })

  it('is given its picture again after a reload, but not with somebody who is hidden by now', async () => {
    const { map, wall } = await tab.opened(doc)
    await freeze(map)
    wall.here(null)
    expect(wall.names()).toEqual(['Ann', 'Ben', 'Pia'])
    hide(map, 'Ben')
    await passed()
    // It still has the picture: nothing is taken off it.
    wall.here()
    expect(wall.names()).toEqual(['Ann', 'Ben', 'Pia'])
    const before = wall.sent.length
    wall.here(null)
    await passed()
    expect(wall.shown()).toEqual({ picture: null, dark: false, frozen: true })
    expect(JSON.stringify(wall.sent.slice(before))).not.toContain('Ben')
    expect(announce).toHaveBeenLastCalledWith(expect.stringContaining('empty'), 'problem')
    // Nobody is on it any more.
    expect(map.wall.getState().exposed).toEqual([])
    map.wall.setState({ isFrozen: false })
    await passed()
    expect(wall.names()).toEqual(['Ann', 'Pia'])
  })

  it('is known for what it shows after a reload of the console', async () => {
    const { map, wall } = await tab.opened(doc)
    await freeze(map)
    hide(map, 'Ben')
    await passed()
    announce.mockClear()
    const again = await tab.reloaded(map.store.state.getState().doc, wall)
    expect(again.wall.getState().exposed).toEqual([{ id: 'Ben', name: 'Ben' }])
    expect(announce).toHaveBeenLastCalledWith(BEN_IS_STILL, 'problem')
  })
})

describe('a text that mentions somebody hidden', () => {
  it.each([
    ['removed', (map: OpenMap) => remove(map, 'Zebulon')],
    ['renamed', (map: OpenMap) => rename(map, 'Zebulon', 'Somebody')],
    ['shown', (map: OpenMap) => makeItBe(map, 'Zebulon', { level: 'public' })],
  ])('is not on the wall when they are %s: the wall freezes', async (_, change) => {
    const { map, wall } = await tab.opened(mentioning)
    const before = wall.shown()?.picture
    change(map)
    await passed()
    expect(map.wall.getState().isFrozen).toBe(true)
    expect(wall.shown()).toEqual({ picture: before, dark: false, frozen: true })
    expect(JSON.stringify(wall.sent)).not.toContain('Zebulon')
    expect(announce).toHaveBeenCalledWith(
      'A text that mentions somebody who was hidden would now be shown. The wall is frozen; unfreeze it when it is right.',
      'problem',
    )
  })

  it('is the only reason: a wall without one goes on', async () => {
    const { map, wall } = await tab.opened(doc)
    makeItBe(map, 'Zebulon', { level: 'public' })
    await passed()
    expect(map.wall.getState().isFrozen).toBe(false)
    expect(wall.names()).toContain('Zebulon')
  })
})

describe('the spotlight', () => {
  const lightBen = (map: OpenMap) =>
    map.wall.setState({ spotlight: { kind: 'stakeholder', id: personId('Ben') } })

  it.each([
    ['hidden', hide],
    ['removed', remove],
  ])('goes off when whoever is in it is %s, and that is said', async (_, change) => {
    const { map } = await tab.opened(doc)
    lightBen(map)
    await passed()
    change(map, 'Ben')
    await passed()
    expect(map.wall.getState().spotlight).toBeNull()
    expect(announce).toHaveBeenLastCalledWith(expect.stringContaining('spotlight off'), 'problem')
  })

  it('can’t be on somebody who is not on the drawing', async () => {
    const { map } = await tab.opened(
      docOf([stakeholder('Ann', { placement: inSegment(1) }), stakeholder('Ben')]),
    )
    select(map.selection, [personId('Ben')])
    expect(lightable(map)).toMatchObject({ words: 'Ben is not on this drawing: no spotlight.' })
    map.wall.setState({ drawing: 'network' })
    expect(lightable(map)).toEqual({ id: 'Ben' })
    lightBen(map)
    await passed()
    expect(map.wall.getState().spotlight).not.toBeNull()
    map.wall.setState({ drawing: 'power' })
    await passed()
    expect(map.wall.getState().spotlight).toBeNull()
    expect(announce).toHaveBeenLastCalledWith(expect.stringContaining('Ben is not'), 'problem')
  })
})

describe('a console that was reloaded', () => {
  it('takes over the light, the close-up and what has moved', async () => {
    const { map, wall } = await tab.opened(doc)
    map.wall.setState({
      spotlight: { kind: 'stakeholder', id: personId('Ben') },
      compares: true,
      zoom: 'fixed',
      closeUp: [personId('Ben')],
    })
    move(map, 'Ben', 4)
    await passed()
    const before = wall.shown()
    expect(before?.picture?.earlier?.segments).toContainEqual(['s2', 3])
    const sent = wall.sent.length
    const again = await tab.reloaded(map.store.state.getState().doc, wall)
    expect(again.wall.getState().spotlight).toEqual({ kind: 'stakeholder', id: 'Ben' })
    expect(wall.shown()).toEqual(before)
    // Nothing had to be said: it is the very picture.
    expect(wall.sent.slice(sent).filter(({ kind }) => kind === 'show')).toEqual([])
  })
})
