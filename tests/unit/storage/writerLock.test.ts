import { expect, it } from 'vitest'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { createWriterLock, HAND_OVER_WAIT, type Role } from '../../../src/storage/writerLock.ts'
import { fakeLocks } from './fakeLocks.ts'
import { fresh, handClock, settle, tabBus } from './support.ts'

function browser() {
  const mapId = asId<MapId>(fresh('map'))
  const openChannel = tabBus()
  const locks = fakeLocks()
  const clock = handClock()
  const tab = (letGo: () => Promise<boolean> = async () => true) => {
    const roles: Role[] = []
    const lock = createWriterLock({
      mapId,
      tabId: fresh('tab'),
      locks,
      openChannel,
      letGo,
      onRole: (role) => roles.push(role),
      later: clock.later,
    })
    return { lock, roles }
  }
  return { tab, clock }
}

it('makes the first tab the writer and the second a follower', async () => {
  const { tab } = browser()
  const first = tab()
  const second = tab()
  expect(await first.lock.acquire()).toBe('writer')
  expect(await second.lock.acquire()).toBe('follower')
  expect(first.roles).toEqual(['writer'])
  expect(second.roles).toEqual([])
})

it('makes a follower the writer when the writer goes away', async () => {
  const { tab } = browser()
  const first = tab()
  const second = tab()
  await first.lock.acquire()
  await second.lock.acquire()
  first.lock.close()
  await settle()
  expect(second.roles).toEqual(['writer'])
})

it('hands over after the writer has stored all, past others who wait', async () => {
  const { tab, clock } = browser()
  const order: string[] = []
  const first = tab(async () => {
    order.push(`flushed as ${first.lock.role()}`)
    return true
  })
  const patient = tab()
  const keen = tab()
  for (const { lock } of [first, patient, keen]) await lock.acquire()
  const role = await keen.lock.takeOver()
  order.push(role)
  expect(order).toEqual(['flushed as follower', 'writer'])
  expect(first.roles).toEqual(['writer', 'follower'])
  expect(patient.roles).toEqual([])
  clock.pass(HAND_OVER_WAIT)
  await settle()
  expect(keen.lock.role()).toBe('writer')
  expect(first.lock.role()).toBe('follower')
})

it('can be handed back and forth', async () => {
  const { tab } = browser()
  const first = tab()
  const second = tab()
  await first.lock.acquire()
  await second.lock.acquire()
  await second.lock.takeOver()
  await first.lock.takeOver()
  await second.lock.takeOver()
  await settle()
  expect(first.roles).toEqual(['writer', 'follower', 'writer', 'follower'])
  expect(second.roles).toEqual(['writer', 'follower', 'writer'])
})

it('leaves the lock to a writer that has work it cannot store', async () => {
  const { tab } = browser()
  const full = tab(async () => false)
  const second = tab()
  await full.lock.acquire()
  await second.lock.acquire()
  expect(await second.lock.takeOver()).toBe('follower')
  expect(full.roles).toEqual(['writer', 'follower', 'writer'])
})

it('takes the lock from a writer that does not answer in time', async () => {
  const { tab, clock } = browser()
  const hung = tab(() => new Promise(() => undefined))
  const second = tab()
  await hung.lock.acquire()
  await second.lock.acquire()
  const taking = second.lock.takeOver()
  await settle()
  expect(second.lock.role()).toBe('follower')
  clock.pass(HAND_OVER_WAIT)
  expect(await taking).toBe('writer')
  await settle()
  expect(hung.roles).toEqual(['writer', 'follower'])
})

it('gets the lock back when the one who asked has gone meanwhile', async () => {
  const { tab, clock } = browser()
  let finish: (saved: boolean) => void = () => undefined
  const first = tab(() => new Promise((resolve) => (finish = resolve)))
  const second = tab()
  await first.lock.acquire()
  await second.lock.acquire()
  void second.lock.takeOver()
  await settle()
  second.lock.close()
  finish(true)
  await settle()
  expect(first.lock.role()).toBe('follower')
  clock.pass(HAND_OVER_WAIT)
  await settle()
  expect(first.lock.role()).toBe('writer')
})

it('makes every tab a writer where there are no locks', async () => {
  const roles: Role[] = []
  const lock = createWriterLock({
    mapId: asId<MapId>('m'),
    tabId: 't',
    locks: null,
    openChannel: tabBus(),
    letGo: async () => true,
    onRole: (role) => roles.push(role),
    later: handClock().later,
  })
  expect(await lock.acquire()).toBe('writer')
  expect(await lock.takeOver()).toBe('writer')
  lock.close()
  expect(roles).toEqual(['writer'])
})

it('stays a follower when it was robbed of the lock before it could say that it keeps it', async () => {
  const { tab, clock } = browser()
  const answers: ((isStored: boolean) => void)[] = []
  const slow = tab(() => new Promise((resolve) => answers.push(resolve)))
  const keen = tab()
  await slow.lock.acquire()
  await keen.lock.acquire()
  const taking = keen.lock.takeOver()
  await settle()
  clock.pass(HAND_OVER_WAIT)
  expect(await taking).toBe('writer')
  await settle()
  expect(answers).toHaveLength(1)
  answers[0]?.(false)
  await settle()
  expect(slow.lock.role()).toBe('follower')
  expect(keen.lock.role()).toBe('writer')
})
