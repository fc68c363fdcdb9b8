// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newRecoveryKey } from '../../../src/sealing/recoveryKey.ts'
import { RecoveryKeyDialog } from '../../../src/views/sealing/RecoveryKeyDialog.tsx'
import { renderWithServices } from '../../support/editor.tsx'

const KEY = newRecoveryKey()
const frames = () => Array.from(document.querySelectorAll('iframe'))

describe('the sheet with a recovery key', () => {
  // The simulated browser loads no frames: another document and the window itself stand in for what is in one.
  let sheet = document.implementation.createHTMLDocument()
  const printed = vi.fn<() => void>()
  beforeEach(() => {
    sheet = document.implementation.createHTMLDocument()
    printed.mockReset()
    vi.stubGlobal('print', printed)
    vi.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockImplementation(() => sheet)
    vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(window)
    vi.spyOn(console, 'error').mockReturnValue()
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  const print = async () => {
    const stage = renderWithServices(
      <RecoveryKeyDialog recoveryKey={KEY} onDone={() => undefined} />,
    )
    await stage.user.click(screen.getByRole('button', { name: 'Print' }))
    return stage
  }

  it('is laid out in a frame that nobody sees, for some browsers print what is not as an empty page', async () => {
    await print()
    expect(printed).toHaveBeenCalledOnce()
    expect(sheet.body.textContent).toContain(KEY)
    const [frame] = frames()
    expect(frame?.style.display).not.toBe('none')
    expect(frame?.style.visibility).not.toBe('hidden')
    expect(frame?.style.inlineSize).toBe('0')
    expect(frame?.style.blockSize).toBe('0')
    expect(frame).toHaveAttribute('aria-hidden', 'true')
  })

  it('goes when it is printed', async () => {
    await print()
    expect(frames()).toHaveLength(1)
    window.dispatchEvent(new Event('afterprint'))
    expect(frames()).toEqual([])
  })

  it('goes with the dialog, although the browser never says that it has printed', async () => {
    const { unmount, user } = await print()
    await user.click(screen.getByRole('button', { name: 'Print' }))
    expect(frames()).toHaveLength(1)
    unmount()
    expect(frames()).toEqual([])
  })
})
