import fc from 'fast-check'
import { generateX25519Identity, identityToRecipient, Encrypter } from 'age-encryption'
import { describe, expect, it, vi } from 'vitest'
import { openAge, sealAge } from '../../../src/sealing/age.ts'
import { sealedFile } from '../../../src/sealing/ageFile.ts'
import { isAge } from '../../../src/sealing/ageHeader.ts'
import { armoured, openBySpec, sealBySpec } from './ageFromSpec.ts'

/** Little work, so that the tests take seconds; the file's header says how much it was. */
const LIGHT = 2
const PASSPHRASE = 'divinity embolism numbness proofs thieving overgrown'
const bytes = (text: string) => new TextEncoder().encode(text)
const light = async (content: Uint8Array, passphrase = PASSPHRASE) => {
  const file = await sealedFile(content, passphrase, [LIGHT])
  if (!file.ok) throw new Error(file.error)
  return file.value
}

describe('a file sealed under a passphrase', () => {
  it('is opened by a second implementation with just what was typed, and states the work of the age program', async () => {
    const typed = ` ${PASSPHRASE.replace(' ', '  ')} ﬁn`
    const file = await sealAge(bytes('{"map": "Köy Meclisi"}'), typed)
    if (!file.ok) throw new Error(file.error)
    const { content, logN } = openBySpec(file.value, typed)
    expect(content.toString()).toBe('{"map": "Köy Meclisi"}')
    expect(logN).toBe(18)
  }, 30_000)

  it('is the same the other way round, for every length and passphrase', async () => {
    const passphrase = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), passphrase, async (content, secret) => {
        fc.pre(secret.trim() !== '')
        expect(openBySpec(await light(content, secret), secret).content).toEqual(
          Buffer.from(content),
        )
        expect(await openAge(sealBySpec(content, secret, LIGHT), secret)).toEqual({
          ok: true,
          value: content,
        })
      }),
      { numRuns: 40 },
    )
  })

  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])(
    'keeps %i bytes, over the borders of chunks',
    async (length) => {
      const content = Uint8Array.from({ length }, (_, at) => (at * 31) % 251)
      const file = await light(content)
      // As numbers of bytes first: comparing long lists one by one takes vitest seconds.
      expect(Buffer.compare(openBySpec(file, PASSPHRASE).content, content)).toBe(0)
      const theirs = await openAge(sealBySpec(content, PASSPHRASE, LIGHT), PASSPHRASE)
      expect(theirs.ok && Buffer.compare(theirs.value, content)).toBe(0)
    },
  )

  it('is read in ASCII armour too, also with white space before it and lines that end as on Windows', async () => {
    const text = armoured(await light(bytes('in armour')))
    const opened = { ok: true, value: bytes('in armour') }
    expect(await openAge(bytes(text), PASSPHRASE)).toEqual(opened)
    expect(await openAge(bytes(`\n  \n${text.replaceAll('\n', '\r\n')}`), PASSPHRASE)).toEqual(
      opened,
    )
    expect(await openAge(bytes(text.replace('\n', '\n!')), PASSPHRASE)).toEqual({
      ok: false,
      error: 'damaged',
    })
  })

  it('opens with what was typed, and with its normal form, under which older files of ours are sealed', async () => {
    const older = await light(bytes('x'), 'café am meer')
    expect((await openAge(older, ' cafe\u0301  am\tmeer ')).ok).toBe(true)
    const ours = await light(bytes('x'), ' cafe\u0301  am\tmeer ')
    expect((await openAge(ours, ' cafe\u0301  am\tmeer ')).ok).toBe(true)
    const theirs = sealBySpec(bytes('x'), ' two  spaces', LIGHT)
    expect((await openAge(theirs, ' two  spaces')).ok).toBe(true)
    expect(await openAge(theirs, 'two spaces')).toEqual({ ok: false, error: 'wrong passphrase' })
  })

  it('says so when the passphrase is wrong', async () => {
    const file = await light(bytes('x'))
    expect(await openAge(file, `${PASSPHRASE}s`)).toEqual({ ok: false, error: 'wrong passphrase' })
    expect(await openAge(file, '')).toEqual({ ok: false, error: 'wrong passphrase' })
  })

  it('is sealed with less work where there is less memory, and not at all where there is hardly any', async () => {
    // scrypt's memory is one long list: 1,024 bytes for each step of work.
    const refusing = new Proxy(Uint8Array, {
      construct(target, [length, ...more]: [unknown, ...unknown[]], newTarget) {
        if (typeof length === 'number' && length >= 2 ** 19)
          throw new RangeError('Array buffer allocation failed')
        const made: unknown = Reflect.construct(target, [length, ...more], newTarget)
        if (made instanceof Uint8Array) return made
        throw new TypeError('no list')
      },
    })
    vi.stubGlobal('Uint8Array', refusing)
    try {
      const file = await sealedFile(bytes('x'), PASSPHRASE, [10, 9, 2])
      expect(file.ok && openBySpec(file.value, PASSPHRASE).logN).toBe(2)
      expect(await sealedFile(bytes('x'), PASSPHRASE, [10, 9])).toEqual({
        ok: false,
        error: 'no memory',
      })
      const theirs = sealBySpec(bytes('x'), PASSPHRASE, 10)
      expect(await openAge(theirs, PASSPHRASE)).toEqual({ ok: false, error: 'no memory' })
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('never looks the same twice', async () => {
    expect(await light(bytes('x'))).not.toEqual(await light(bytes('x')))
  })
})

describe('what is no file under a passphrase', () => {
  it('is told from one by its beginning', async () => {
    const file = await light(bytes('x'))
    expect(isAge(file)).toBe(true)
    expect(isAge(bytes(armoured(file)))).toBe(true)
    for (const other of [
      '',
      '{"allyscope": 1}',
      'age-encryption.org/v2\n',
      'age-encryption.org/v1',
    ]) {
      expect(isAge(bytes(other))).toBe(false)
      expect(await openAge(bytes(other), PASSPHRASE)).toEqual({ ok: false, error: 'not age' })
    }
  })

  it('is `no passphrase` when it was sealed for a key', async () => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()))
    const file = await encrypter.encrypt('for somebody else')
    expect(await openAge(file, PASSPHRASE)).toEqual({ ok: false, error: 'no passphrase' })
  })

  it.each([21, 22, 23, 30, 64, 999_999])(
    'is `too much work` when it asks for 2^%i',
    async (logN) => {
      const file = Buffer.from(await light(bytes('x'))).toString('latin1')
      const greedy = file.replace(/(-> scrypt \S+) \d+/, `$1 ${logN}`)
      expect(await openAge(Buffer.from(greedy, 'latin1'), PASSPHRASE)).toEqual({
        ok: false,
        error: 'too much work',
      })
    },
  )

  it('is damaged when its work factor is no number', async () => {
    const file = Buffer.from(await light(bytes('x'))).toString('latin1')
    for (const odd of ['0', '02', '-2', 'NaN', '1e1', '2.5', '']) {
      const changed = file.replace(/(-> scrypt \S+) \d+/, `$1 ${odd}`)
      expect(await openAge(Buffer.from(changed, 'latin1'), PASSPHRASE)).toEqual({
        ok: false,
        error: 'damaged',
      })
    }
  })
})

describe('a damaged file', () => {
  const content = bytes('who told us, and where they live')
  const REFUSALS = ['damaged', 'wrong passphrase', 'not age', 'no passphrase', 'too much work']

  it('never opens with a byte changed, whichever it is', async () => {
    const file = await light(content)
    const isRefused = new Set<string>()
    for (let at = 0; at < file.length; at++)
      for (const flip of [1, 128]) {
        const changed = file.slice()
        changed[at] = (changed[at] ?? 0) ^ flip
        const result = await openAge(changed, PASSPHRASE)
        expect(result.ok, `byte ${at}`).toBe(false)
        if (!result.ok) isRefused.add(result.error)
      }
    expect(REFUSALS).toEqual(expect.arrayContaining([...isRefused]))
    expect(isRefused).toContain('damaged')
  })

  it('never opens cut, wherever it is cut, nor with anything added', async () => {
    const file = await light(content)
    for (let length = 0; length < file.length; length++) {
      const result = await openAge(file.slice(0, length), PASSPHRASE)
      expect(result.ok, `${length} bytes`).toBe(false)
    }
    const longer = Uint8Array.from([...file, 0])
    expect(await openAge(longer, PASSPHRASE)).toEqual({ ok: false, error: 'damaged' })
  })

  it('never opens with a whole chunk missing, doubled or moved', async () => {
    const chunk = 65_536 + 16
    const long = Buffer.from(await light(new Uint8Array(3 * 65_536).fill(7)))
    const start = long.length - 3 * chunk
    const head = long.subarray(0, start)
    const [one, two, three] = [0, 1, 2].map((at) =>
      long.subarray(start + at * chunk, start + (at + 1) * chunk),
    )
    if (!one || !two || !three) throw new Error('three chunks')
    expect((await openAge(Buffer.concat([head, one, two, three]), PASSPHRASE)).ok).toBe(true)
    for (const chunks of [[one, two], [one, three], [two, one, three], [one, one, two, three], []])
      expect(await openAge(Buffer.concat([head, ...chunks]), PASSPHRASE)).toEqual({
        ok: false,
        error: 'damaged',
      })
  })
})
