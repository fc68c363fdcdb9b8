import { describe, expect, it } from 'vitest'
import type { Jobs } from '../../../src/sealing/jobs.ts'
import type { Argon2idParams } from '../../../src/sealing/kdf.ts'
import { doJob, type WorkerLike } from '../../../src/sealing/thread.ts'

const salt = new TextEncoder().encode('sixteen bytes ok')
const params: Argon2idParams = { name: 'argon2id', memory: 256, passes: 1, lanes: 1, salt }
const ask = { passphrase: 'one two', params }

/** A worker that does with a message what the test says. */
const standIn = (
  onMessage: (worker: WorkerLike<'argon2id'>, log: string[]) => void,
  log: string[],
): WorkerLike<'argon2id'> => {
  const worker: WorkerLike<'argon2id'> = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => {
      expect(message).toEqual({ job: 'argon2id', ask })
      log.push('asked')
      queueMicrotask(() => onMessage(worker, log))
    },
    terminate: () => log.push('ended'),
  }
  return worker
}

describe('a thread for one job', () => {
  const answer: Jobs['argon2id']['answer'] = { ok: true, value: new Uint8Array(32).fill(5) }

  it('is asked once, answers, and is ended', async () => {
    const log: string[] = []
    const start = () =>
      standIn((worker) => worker.onmessage?.(new MessageEvent('message', { data: answer })), log)
    expect(await doJob('argon2id', ask, start)).toEqual(answer)
    expect(log).toEqual(['asked', 'ended'])
  })

  it('is ended too when it answers with a failure', async () => {
    const log: string[] = []
    const failure: Jobs['argon2id']['answer'] = { ok: false, error: 'no memory' }
    const start = () =>
      standIn((worker) => worker.onmessage?.(new MessageEvent('message', { data: failure })), log)
    expect(await doJob('argon2id', ask, start)).toEqual(failure)
    expect(log).toEqual(['asked', 'ended'])
  })

  it('is done without when its script can not be loaded, or the browser gives none', async () => {
    const log: string[] = []
    const broken = () =>
      standIn((worker) => {
        const event: ErrorEvent = Object.assign(new Event('error'), {
          colno: 0,
          error: null,
          filename: '',
          lineno: 0,
          message: '',
        })
        worker.onerror?.(event)
      }, log)
    const here = await doJob('argon2id', ask, broken)
    expect(log).toEqual(['asked', 'ended'])
    expect(here.ok && here.value).toHaveLength(32)
    const none = () => {
      throw new Error('no workers here')
    }
    expect(await doJob('argon2id', ask, none)).toEqual(here)
  })
})
