import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { own } from '../../../src/domain/check.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { sealAside } from '../../../src/storage/aside.ts'
import { pack } from '../../../src/storage/packing.ts'
import { boxesOf, newDataKey, type Place } from '../../../src/storage/vault.ts'
import { unwrap } from './support.ts'

const ID = asId<MapId>('map-1')
const PLACE: Place = { kind: 'record', row: 'row-1', rev: 7 }

/** Boxes of a known key; the vault overwrites the bytes that it is given. */
const boxesWith = (key = newDataKey(), id = ID) => boxesOf(id, key.slice())

const subKey = (key: Uint8Array, info: string) =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), info, 32))

/** Opens a box from the written format alone, with other cryptography than the vault's. */
function openFromTheFormat(key: Uint8Array, place: Place, box: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', subKey(key, 'allyscope boxes'), box.slice(0, 12))
  decipher.setAAD(
    Buffer.from(JSON.stringify(['allyscope', 1, ID, place.kind, place.row, place.rev])),
  )
  decipher.setAuthTag(box.slice(-16))
  return Buffer.concat([decipher.update(box.slice(12, -16)), decipher.final()]).toString('utf8')
}

/** AES-CMAC as RFC 4493 has it, for a message of less than a block. */
function cmacOfShort(key: Uint8Array, text: string): string {
  const block = (bytes: Uint8Array) => {
    const cipher = createCipheriv('aes-256-ecb', key, null)
    return cipher.update(bytes)
  }
  const doubled = (bytes: Uint8Array) => {
    const number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`) << 1n
    const folded = number >> 128n ? (number & ((1n << 128n) - 1n)) ^ 0x87n : number
    return Buffer.from(folded.toString(16).padStart(32, '0'), 'hex')
  }
  const second = doubled(doubled(block(Buffer.alloc(16))))
  const message = Buffer.concat([Buffer.from(text), Buffer.from([0x80])], 16)
  return block(message.map((byte, at) => byte ^ (second[at] ?? 0))).toString('base64url')
}

describe('a box', () => {
  it('gives back what was put in, whichever way it was sealed', async () => {
    const boxes = await boxesWith()
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (content) => {
        const wanted: unknown = JSON.parse(JSON.stringify(content))
        expect(unwrap(await boxes.open(PLACE, await boxes.seal(PLACE, content)))).toEqual(wanted)
        expect(unwrap(await boxes.open(PLACE, boxes.sealNow(PLACE, content)))).toEqual(wanted)
      }),
      { numRuns: 100 },
    )
  })

  it('is what the written format says, both ways', async () => {
    const key = newDataKey()
    const boxes = await boxesWith(key)
    const content = { name: 'Ärzte für سلام 🌍', lone: '\ud800' }
    for (const box of [await boxes.seal(PLACE, content), boxes.sealNow(PLACE, content)]) {
      expect(JSON.parse(openFromTheFormat(key, PLACE, box))).toEqual(content)
    }
    expect(boxes.rowKey('s-1')).toBe(cmacOfShort(subKey(key, 'allyscope row keys'), 's-1'))
  })

  it('of a restore point, or of a row set aside, is what the written format says', async () => {
    const key = newDataKey()
    const boxes = await boxesWith(key)
    const text = JSON.stringify({ formatVersion: 3, records: [{ name: 'Ärzte für سلام' }] })
    const row = { mapId: ID, id: 'p-1', rev: 7, reason: 'opened', content: await pack(text) }
    const point = await sealAside(boxes, ID, 'restorePoints', row)
    const place: Place = { kind: 'point', row: 'p-1', rev: 7 }
    const bytesOf = (sealed: object, field: string) => {
      const bytes = own(sealed, field)
      if (!(bytes instanceof Uint8Array)) throw new Error('not a box')
      return bytes
    }
    const meta: unknown = JSON.parse(openFromTheFormat(key, place, bytesOf(point, 'box')))
    expect(meta).toEqual({ root: [0], objects: [['o', 'id', 'p-1', 'reason', 'opened']] })
    const held = openFromTheFormat(
      key,
      { ...place, kind: 'point content' },
      bytesOf(point, 'content'),
    )
    const [, base64] = /\["b","([^"]+)"\]/.exec(held) ?? []
    expect(gunzipSync(Buffer.from(base64 ?? '', 'base64')).toString('utf8')).toBe(text)

    const found = await sealAside(boxes, ID, 'quarantine', { mapId: ID, id: 's-1', reason: 'name' })
    const id = cmacOfShort(subKey(key, 'allyscope row keys'), 's-1')
    expect(own(found, 'id')).toBe(id)
    const aside: Place = { kind: 'quarantine', row: id, rev: 0 }
    expect(openFromTheFormat(key, aside, bytesOf(found, 'box'))).toContain('"reason","name"')
  })

  it('can’t be moved to another place, or to another map', async () => {
    const key = newDataKey()
    const boxes = await boxesWith(key)
    const box = await boxes.seal(PLACE, 'secret')
    const elsewhere: Place[] = [
      { ...PLACE, rev: 8 },
      { ...PLACE, row: 'row-2' },
      { ...PLACE, kind: 'map' },
      { ...PLACE, kind: 'view' },
    ]
    for (const place of elsewhere) expect(await boxes.open(place, box)).toMatchObject({ ok: false })
    const other = await boxesWith(key, asId<MapId>('map-2'))
    expect(await other.open(PLACE, box)).toMatchObject({ ok: false })
    expect(await (await boxesWith()).open(PLACE, box)).toMatchObject({ ok: false })
    expect(await boxes.open(PLACE, box)).toEqual({ ok: true, value: 'secret' })
  })

  it('never gives wrong contents when a bit of it is changed, or a part missing', async () => {
    const boxes = await boxesWith()
    const box = await boxes.seal(PLACE, 'secret')
    for (let at = 0; at < box.length; at += 1) {
      const changed = box.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await boxes.open(PLACE, changed)).toEqual({ ok: false, error: 'broken' })
    }
    for (const part of [box.slice(0, -1), box.slice(1), box.slice(0, 12), new Uint8Array()]) {
      expect(await boxes.open(PLACE, part)).toEqual({ ok: false, error: 'broken' })
    }
    for (const odd of [null, undefined, 'box', {}, [1, 2]]) {
      expect(await boxes.open(PLACE, odd)).toEqual({ ok: false, error: 'broken' })
    }
  })

  it('tells little by its size, and nothing by being like another', async () => {
    const boxes = await boxesWith()
    const sizes = new Set<number>()
    const seen = new Set<string>()
    for (let length = 0; length < 250; length += 10) {
      const box = await boxes.seal(PLACE, 'x'.repeat(length))
      sizes.add(box.length)
      seen.add(Buffer.from((await boxes.seal(PLACE, 'same')).slice(0, 12)).toString('hex'))
    }
    expect([...sizes]).toEqual([256 + 12 + 16])
    expect(seen.size).toBe(25)
  })

  it('stays shut once the key is dropped', async () => {
    const key = newDataKey()
    const given = key.slice()
    const boxes = await boxesOf(ID, given)
    expect(given.every((byte) => byte === 0)).toBe(true)
    const box = await boxes.seal(PLACE, 'secret')
    boxes.drop()
    expect(await boxes.open(PLACE, box)).toEqual({ ok: false, error: 'broken' })
    await expect(boxes.seal(PLACE, 'secret')).rejects.toThrow('gone')
    expect(() => boxes.sealNow(PLACE, 'secret')).toThrow('gone')
    expect(() => boxes.rowKey('a')).toThrow('gone')
  })
})

it('names rows so that nobody without the key can tell whose they are', async () => {
  const key = newDataKey()
  const boxes = await boxesWith(key)
  expect(boxes.rowKey('mayor')).toBe((await boxesWith(key)).rowKey('mayor'))
  expect(boxes.rowKey('mayor')).not.toBe((await boxesWith()).rowKey('mayor'))
  const names = Array.from({ length: 500 }, (_, index) => boxes.rowKey(`s${index}`))
  expect(new Set(names).size).toBe(500)
  for (const name of names) expect(name).toMatch(/^[\w-]{22}$/u)
})
