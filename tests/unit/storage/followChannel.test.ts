import { expect, it } from 'vitest'
import { applyDiff, diffOf } from '../../../src/domain/diff.ts'
import { openBroadcastChannel } from '../../../src/storage/channel.ts'
import { announceCommits } from '../../../src/storage/followChannel.ts'
import { followCommits } from '../../../src/storage/followCommits.ts'
import { added, docWith, plain, settle, stakeholder, tabBus } from './support.ts'

function follower(openChannel = tabBus()) {
  let doc = docWith(stakeholder('a'))
  const mapId = doc.info.id
  let rev = 1
  const heard: unknown[] = []
  followCommits({
    mapId,
    openChannel,
    rev: () => rev,
    onDiff: (diff, next) => {
      doc = applyDiff(doc, diff)
      rev = next
      heard.push(next)
    },
    onGap: () => heard.push('gap'),
  })
  return {
    mapId,
    openChannel,
    heard,
    doc: () => doc,
    announcer: announceCommits(openChannel, mapId),
  }
}

it('shows a follower what the writer has stored', async () => {
  const { announcer, doc, heard } = follower()
  const before = doc()
  const moved = { ...stakeholder('a'), placement: { stance: 0.5, depth: 0.5 } }
  const diff = diffOf({ added: [stakeholder('b')], updated: [[stakeholder('a'), moved]] })
  announcer.tell({ from: 1, rev: 2, diff })
  announcer.tell({ from: 2, rev: 3, diff: diffOf({ removed: [stakeholder('b')] }) })
  await settle()
  expect(heard).toEqual([2, 3])
  expect(plain(doc())).toEqual(
    plain(applyDiff(before, diffOf({ updated: [[stakeholder('a'), moved]] }))),
  )
})

it('takes a commit that covers what is shown already, and ignores an old one', async () => {
  const { announcer, heard, doc } = follower()
  announcer.tell({ from: 0, rev: 3, diff: added('a', 'b') })
  announcer.tell({ from: 1, rev: 2, diff: added('c') })
  await settle()
  expect(heard).toEqual([3])
  expect([...doc().stakeholders.keys()]).toEqual(['a', 'b'])
})

it('says when something was missed', async () => {
  const { announcer, heard } = follower()
  announcer.tell({ from: 2, rev: 3, diff: added('b') })
  await settle()
  expect(heard).toEqual(['gap'])
})

it.each([
  null,
  'hello',
  { from: 1, rev: 2 },
  { from: 1, rev: 2, added: [{ type: 'dragon' }], updated: [], removed: [] },
  { from: 1, rev: 2, added: [], updated: [[stakeholder('a')]], removed: [] },
])('asks for a reload on a message that it cannot understand: %j', async (message) => {
  const { mapId, openChannel, heard } = follower()
  openChannel(`allyscope-follow-${mapId}`, () => undefined).post(message)
  await settle()
  expect(heard).toEqual(['gap'])
})

it('works over the real channel', async () => {
  const doc = docWith()
  const heard: number[] = []
  const line = followCommits({
    mapId: doc.info.id,
    openChannel: openBroadcastChannel,
    rev: () => 1,
    onDiff: (_, rev) => heard.push(rev),
    onGap: () => heard.push(-1),
  })
  const announcer = announceCommits(openBroadcastChannel, doc.info.id)
  announcer.tell({ from: 1, rev: 2, diff: added('a') })
  await settle()
  expect(heard).toEqual([2])
  announcer.close()
  line.close()
})

it('hears of a sealed map no more than that there is something new', async () => {
  const { mapId, openChannel, announcer, heard } = follower()
  const wire: unknown[] = []
  openChannel(`allyscope-follow-${mapId}`, (message) => wire.push(message))
  announcer.tellOfNews()
  await settle()
  expect(heard).toEqual(['gap'])
  expect(wire).toEqual(['news'])
})

it('tells other writers that the map must be read anew, and of nothing else', async () => {
  const { mapId, openChannel, announcer } = follower()
  let reloads = 0
  announceCommits(openChannel, mapId, () => {
    reloads += 1
  })
  announcer.tell({ from: 1, rev: 2, diff: added('b') })
  announcer.tellOfNews()
  await settle()
  expect(reloads).toBe(0)
  announcer.tellToReload()
  await settle()
  expect(reloads).toBe(1)
})
