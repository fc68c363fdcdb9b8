import { expect, it, vi } from 'vitest'
import { memoryKeeping } from '../../../src/app/memoryKeeping.ts'
import { askToLeave } from '../../../src/app/notLeft.tsx'
import { createApp } from '../../../src/app/services.ts'
import { fail, ok } from '../../../src/domain/result.ts'
import { docOf } from '../../support/records.ts'

vi.mock('../../../src/app/notLeft.tsx', () => ({ askToLeave: vi.fn<typeof askToLeave>() }))

it('a map that can’t be stored is left only when somebody agrees, who is asked once', async () => {
  const memory = memoryKeeping('unavailable')
  const doc = docOf([])
  await memory.create(doc)
  const app = await createApp(
    {
      ...memory,
      async open(id, ports) {
        const opened = await memory.open(id, ports)
        return opened.ok
          ? ok({ ...opened.value, flush: () => Promise.resolve(fail('quota' as const)) })
          : opened
      },
    },
    () => undefined,
  )
  const shown = () => app.screen.getState().kind
  app.services.openMap(doc.info.id)
  await vi.waitFor(() => expect(shown()).toBe('map'))
  vi.mocked(askToLeave).mockResolvedValueOnce(false)
  app.services.closeMap()
  await vi.waitFor(() => expect(askToLeave).toHaveBeenCalledTimes(1))
  expect(location.hash).toBe(`#/map/${doc.info.id}`)
  vi.mocked(askToLeave).mockResolvedValueOnce(true)
  app.services.closeMap()
  await vi.waitFor(() => expect(shown()).toBe('maps'))
  expect(askToLeave).toHaveBeenCalledTimes(2)
})
