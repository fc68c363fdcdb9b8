/**
 * Whatever a database can hold, as JSON and back again: bytes, dates, maps, numbers that JSON has no word for, values
 * that hold themselves, nested however deep. Nothing is lost but what has no meaning elsewhere (keys, file handles).
 *
 * All objects stand in one list, each as `[kind, …]`, and are named by their place in it. What stands in them:
 * - strings, finite numbers, booleans and null as they are
 * - `[12]`: the object at place 12
 * - `['u']`: undefined; `['n', 'NaN']`: a number without a word in JSON, -0 too; `['i', '12']`: a bigint
 */
export interface PlainValues {
  readonly root: Part
  readonly objects: readonly (readonly Part[])[]
}

type Part = string | number | boolean | null | readonly (string | number)[]

const UNDEFINED: Part = ['u']
const CHUNK = 0x8000
/** Primitives as objects. */
const WRAPPED: ReadonlySet<string> = new Set(['Boolean', 'Number', 'String', 'BigInt'])

const nameOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1)
/** By the browser's own name for it: values may come from another window or from a test's. */
const named =
  <T extends object>(...names: string[]) =>
  (value: object): value is T =>
    names.includes(nameOf(value))

export const isMap = named<Map<unknown, unknown>>('Map')
export const isSet = named<Set<unknown>>('Set')
const isDate = named<Date>('Date')
const isRegExp = named<RegExp>('RegExp')
export const isError = named<Error>('Error')
const isBuffer = named<ArrayBuffer>('ArrayBuffer')
const isFile = named<File>('File')
const isBlob = named<Blob>('Blob', 'File')
/** Without holes and without fields of other names: indices come first among the keys. */
const isDense = (list: readonly unknown[]): boolean => {
  const keys = Object.keys(list)
  return keys.length === list.length && (keys.at(-1) ?? '-1') === String(list.length - 1)
}

/** Asks for the contents of files among the values, and so takes a moment. */
export async function toPlain(value: unknown): Promise<PlainValues> {
  const files = new Map<Blob, string>()
  const plain = plainNow(value, (file) => {
    files.set(file, '')
    return ''
  })
  if (files.size === 0) return plain
  for (const file of files.keys()) {
    files.set(file, toBase64(new Uint8Array(await file.arrayBuffer())))
  }
  return plainNow(value, (file) => files.get(file) ?? '')
}

/** At once, with something else that stands for the contents of each file. */
export function plainNow(value: unknown, contentsOf: (file: Blob) => string): PlainValues {
  const found: object[] = []
  const places = new Map<object, number>()
  const part = (inner: unknown): Part => {
    switch (typeof inner) {
      case 'string':
      case 'boolean':
        return inner
      case 'number':
        return Number.isFinite(inner) && !Object.is(inner, -0) ? inner : ['n', numberWord(inner)]
      case 'bigint':
        return ['i', String(inner)]
      case 'object': {
        if (inner === null) return null
        const place = places.get(inner) ?? found.length
        if (place === found.length) {
          places.set(inner, place)
          found.push(inner)
        }
        return [place]
      }
      // No database holds the other two.
      case 'undefined':
      case 'function':
      case 'symbol':
        return UNDEFINED
    }
  }
  const pairs = (entries: Iterable<readonly [unknown, unknown]>): Part[] =>
    Array.from(entries).flatMap(([key, inner]) => [part(key), part(inner)])

  const objectOf = (object: object): Part[] => {
    if (Array.isArray(object)) {
      const list: unknown[] = object
      return isDense(list)
        ? ['a', ...Array.from(list, part)]
        : ['s', list.length, ...pairs(Object.entries(list))]
    }
    if (nameOf(object) === 'Object') return ['o', ...pairs(Object.entries(object))]
    if (ArrayBuffer.isView(object)) {
      const { buffer, byteOffset } = object
      const length = 'length' in object ? Number(object.length) : object.byteLength
      return ['v', nameOf(object), part(buffer), byteOffset, length]
    }
    if (isBuffer(object)) return ['b', toBase64(new Uint8Array(object))]
    if (isDate(object)) return ['d', part(object.getTime())]
    if (isMap(object)) return ['m', ...pairs(object)]
    if (isSet(object)) return ['e', ...Array.from(object, part)]
    if (WRAPPED.has(nameOf(object))) return ['w', part(object.valueOf())]
    if (isRegExp(object)) return ['r', object.source, object.flags]
    if (isError(object)) {
      const { name, message, stack } = object
      return ['x', name, message, part(stack), ...('cause' in object ? [part(object.cause)] : [])]
    }
    if (isBlob(object)) {
      const file = isFile(object) ? [object.name, object.lastModified] : []
      return ['f', object.type, contentsOf(object), ...file]
    }
    return ['?', nameOf(object)]
  }

  const root = part(value)
  const objects: Part[][] = []
  // The list grows while it is walked: no depth is too deep.
  for (const object of found) objects.push(objectOf(object))
  return { root, objects }
}

const numberWord = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  }
  return btoa(text)
}
