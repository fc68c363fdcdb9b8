import { fail, ok, type Result } from '../domain/result.ts'
import { isError, isMap, isSet } from './plainValues.ts'

/** Those that a copy keeps apart; others are plain errors. */
const ERRORS = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError]

/** The values behind what `toPlain` gives; fails, and never throws, when it is something else. */
export function fromPlain(plain: unknown): Result<unknown> {
  try {
    return ok(read(plain))
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

function read(plain: unknown): unknown {
  const { root, objects } = fieldsOf(plain)
  const lists = listIn(objects).map(listIn)
  const made = lists.map(shellOf)
  const value = (part: unknown): unknown => {
    if (!Array.isArray(part)) return part
    const [kind, word]: unknown[] = part
    if (typeof kind === 'number') {
      if (!Object.hasOwn(made, kind)) throw new Error('no such object')
      return made[kind]
    }
    if (kind === 'u') return undefined
    if (kind === 'n') return Number(word)
    if (kind === 'i') return BigInt(String(word))
    throw new Error('not a value')
  }
  for (const [place, list] of lists.entries()) {
    if (list[0] === 'v') made[place] = viewOf(list, value)
  }
  for (const [place, list] of lists.entries()) fill(made[place], list, value)
  return value(root)
}

/** An object without the others that it holds. */
function shellOf([kind, first, second, ...more]: readonly unknown[]): unknown {
  switch (kind) {
    case 'o':
      return {}
    case 'a':
      return []
    case 's': {
      const list: unknown[] = []
      list.length = Number(first)
      return list
    }
    case 'b':
      return fromBase64(first).buffer
    case 'd':
      return new Date(Array.isArray(first) ? Number.NaN : Number(first))
    case 'm':
      return new Map()
    case 'e':
      return new Set()
    case 'w':
      return Object(Array.isArray(first) ? wrapped(first) : first)
    case 'r':
      return new RegExp(String(first), String(second))
    case 'x':
      return new (ERRORS.find(({ name }) => name === first) ?? Error)(String(second))
    case 'f': {
      const options = { type: String(first) }
      const [name, lastModified] = more
      return name === undefined
        ? new Blob([fromBase64(second)], options)
        : new File([fromBase64(second)], textIn(name), {
            ...options,
            lastModified: Number(lastModified),
          })
    }
    case 'v':
    case '?':
      return null
    default:
      throw new Error('not an object')
  }
}

const wrapped = ([kind, word]: readonly unknown[]) =>
  kind === 'i' ? BigInt(String(word)) : Number(word)

function fill(made: unknown, list: readonly unknown[], value: (part: unknown) => unknown): void {
  const [kind, ...parts] = list
  if (Array.isArray(made) && kind === 'a') for (const part of parts) made.push(value(part))
  else if (Array.isArray(made)) setAll(made, parts.slice(1), value)
  else if (typeof made !== 'object' || made === null) return
  else if (isMap(made)) for (const [key, part] of inPairs(parts)) made.set(value(key), value(part))
  else if (isSet(made)) for (const part of parts) made.add(value(part))
  else if (isError(made)) {
    const [, , stack, ...cause] = parts
    setAll(
      made,
      ['stack', stack, ...cause.slice(0, 1).flatMap((part) => ['cause', part])],
      value,
      false,
    )
  } else if (kind === 'o') setAll(made, parts, value)
}

/** Defined and never assigned: a field called `__proto__` is a field like others. */
function setAll(
  object: object,
  parts: readonly unknown[],
  value: (part: unknown) => unknown,
  enumerable = true,
): void {
  for (const [key, part] of inPairs(parts)) {
    const field = { value: value(part), enumerable, writable: true, configurable: true }
    Object.defineProperty(object, String(key), field)
  }
}

function* inPairs(parts: readonly unknown[]): Generator<[unknown, unknown]> {
  for (let at = 0; at < parts.length; at += 2) yield [parts[at], parts[at + 1]]
}

const VIEWS: readonly unknown[] = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
  Reflect.get(globalThis, 'Float16Array'),
]

function viewOf(list: readonly unknown[], value: (part: unknown) => unknown): unknown {
  const [, name, buffer, offset, length] = list
  const Kind = VIEWS.find((view) => typeof view === 'function' && view.name === name)
  if (typeof Kind !== 'function') throw new Error('no such view of bytes')
  return Reflect.construct(Kind, [value(buffer), Number(offset), Number(length)])
}

function fieldsOf(plain: unknown): { root?: unknown; objects?: unknown } {
  if (typeof plain !== 'object' || plain === null) throw new Error('not plain values')
  return plain
}

function listIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('not a list')
  return value
}

const fromBase64 = (text: unknown): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(String(text)), (letter) => letter.charCodeAt(0))

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')
