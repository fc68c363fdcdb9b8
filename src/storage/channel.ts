/** A line between the tabs of this app on one device; a tab does not hear itself. */
export interface Channel {
  post(message: unknown): void
  close(): void
}

export type OpenChannel = (name: string, onMessage: (message: unknown) => void) => Channel

/** The browser's own. What arrives may come from another build: receivers check it. */
export const openBroadcastChannel: OpenChannel = (name, onMessage) => {
  const channel = new BroadcastChannel(name)
  channel.onmessage = (event: MessageEvent<unknown>) => onMessage(event.data)
  return {
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}
