const file = crypto.randomUUID()

/** Node's channels reach into all threads, as those of a browser into all tabs: each test file is a browser of its own. */
class ChannelOfFile extends BroadcastChannel {
  constructor(name: string) {
    super(`${file} ${name}`)
  }
}

Object.defineProperty(globalThis, 'BroadcastChannel', {
  value: ChannelOfFile,
  writable: true,
  configurable: true,
})
