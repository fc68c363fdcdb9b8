/** The browser's BroadcastChannel, which the test environment lacks: copies to all others of the same name, a moment later. */
export class BroadcastChannelStub {
  static readonly #open = new Set<BroadcastChannelStub>()
  onmessage: ((event: { readonly data: unknown }) => void) | null = null
  readonly name: string

  constructor(name: string) {
    this.name = name
    BroadcastChannelStub.#open.add(this)
  }

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message)
    setTimeout(() => {
      for (const other of BroadcastChannelStub.#open) {
        if (other !== this && other.name === this.name) other.onmessage?.({ data })
      }
    })
  }

  close(): void {
    BroadcastChannelStub.#open.delete(this)
  }
}
