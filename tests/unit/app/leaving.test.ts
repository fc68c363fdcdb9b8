// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onLeaving } from '../../../src/app/leaving.ts'

let log: string[] = []
let isLost = false
let stop = () => undefined as void
const hide = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  log = []
  isLost = false
  stop = onLeaving(
    () => log.push('stored'),
    () => isLost,
  )
  document.body.innerHTML = '<input name="Notes" /><input name="Name" />'
  for (const field of document.querySelectorAll('input')) {
    field.addEventListener('focusout', () => log.push(`${field.name} taken in`))
  }
  document.querySelector('input')?.focus()
})

afterEach(() => {
  stop()
  vi.restoreAllMocks()
})

describe('a page that may be going away', () => {
  it.each(['beforeunload', 'pagehide'])(
    'takes in what is being typed, then stores (%s)',
    (kind) => {
      window.dispatchEvent(new Event(kind))
      expect(log).toEqual(['Notes taken in', 'stored'])
    },
  )

  it('does so when it is hidden, not when it is seen again', () => {
    hide('hidden')
    expect(log).toEqual(['Notes taken in', 'stored'])
    hide('visible')
    expect(log).toHaveLength(2)
  })

  it('has the browser ask first when something would be lost', () => {
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true })
      window.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(leave()).toBe(false)
    isLost = true
    expect(leave()).toBe(true)
  })

  it('is let go of', () => {
    stop()
    for (const kind of ['beforeunload', 'pagehide']) window.dispatchEvent(new Event(kind))
    hide('hidden')
    expect(log).toEqual([])
  })
})
