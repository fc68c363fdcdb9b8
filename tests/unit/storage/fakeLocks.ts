interface Request {
  readonly name: string
  readonly run: () => void
}

interface Held {
  readonly name: string
  readonly breakUp: () => void
}

/** Web Locks of one imaginary browser: exclusive locks with ifAvailable, signal and steal. */
export function fakeLocks(): LockManager {
  let held: Held[] = []
  let waiting: Request[] = []

  const grantNext = (name: string) => {
    if (held.some((lock) => lock.name === name)) return
    const next = waiting.find((request) => request.name === name)
    waiting = waiting.filter((request) => request !== next)
    next?.run()
  }

  function request<T>(name: string, callback: LockGrantedCallback<T>): Promise<Awaited<T>>
  function request<T>(
    name: string,
    options: LockOptions,
    callback: LockGrantedCallback<T>,
  ): Promise<Awaited<T>>
  function request<T>(
    name: string,
    second: LockOptions | LockGrantedCallback<T>,
    third?: LockGrantedCallback<T>,
  ): Promise<Awaited<T>> {
    const options = typeof second === 'function' ? {} : second
    const callback = typeof second === 'function' ? second : third
    if (!callback) throw new TypeError('no callback')
    return new Promise((resolve, reject) => {
      const grant = () => {
        const lock: Held = { name, breakUp: () => reject(new DOMException('', 'AbortError')) }
        held.push(lock)
        const free = () => {
          held = held.filter((other) => other !== lock)
          grantNext(name)
        }
        Promise.resolve(callback({ name, mode: 'exclusive' }))
          .then(resolve, reject)
          .finally(free)
      }
      const taken = held.some((lock) => lock.name === name)
      if (options.steal) {
        for (const lock of held) if (lock.name === name) lock.breakUp()
        held = held.filter((lock) => lock.name !== name)
        grant()
      } else if (!taken) grant()
      else if (options.ifAvailable) Promise.resolve(callback(null)).then(resolve, reject)
      else {
        const entry = { name, run: grant }
        waiting.push(entry)
        options.signal?.addEventListener('abort', () => {
          waiting = waiting.filter((other) => other !== entry)
          reject(new DOMException('', 'AbortError'))
        })
      }
    })
  }
  return { request, query: async () => ({}) }
}
