import { own } from '../../domain/check.ts'
import { decodeToWall } from '../decode.ts'
import { type FromWall, WALL_PROTOCOL, type WallShown } from '../protocol.ts'
import { withSameParts } from './sameParts.ts'

/** The part of a BroadcastChannel that is used. */
export interface WallChannel {
  postMessage(message: FromWall): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  close(): void
}

/** What the wall's page can do. */
export interface WallPorts {
  readonly channel: WallChannel
  /** In CSS px. */
  readonly size: () => { readonly width: number; readonly height: number }
  readonly closeWindow: () => void
  /** Loads the page anew, once; false when that has been done before. */
  readonly reload: () => boolean
  /** @returns a function that calls it off */
  readonly later: (run: () => void, ms: number) => () => void
  /** Runs something once, when the console that guides this wall is gone for certain; or never, where nobody knows. */
  readonly onceUnguided: (run: () => void) => void
}

/** What stands on the wall when it isn't `shown`. */
export type WallState =
  | { readonly is: 'waiting' }
  | { readonly is: 'alone' }
  | { readonly is: 'another build' }
  | { readonly is: 'showing'; readonly shown: WallShown }
  /** Its console is gone, and has not come back. A dark wall stays dark. */
  | { readonly is: 'unguided'; readonly dark: boolean }

/** The wall's end of the channel. */
export interface WallEnd {
  readonly state: () => WallState
  readonly subscribe: (listener: () => void) => () => void
  /** Says that it is there, and how large. */
  readonly sayHere: () => void
  readonly sayGone: () => void
}

/** So long a wall waits for its console before it says how a wall is opened. */
export const PATIENCE_MS = 3_000
/** A console that is gone may only be loading again. */
export const GRACE_MS = 15_000

/**
 * Joins the channel and shows what comes. A console that is gone for good takes its picture along: somebody on it may
 * be hidden later, and nobody would tell this wall. Keeps nothing anywhere: after a reload the console tells it anew.
 */
export function joinWall(ports: WallPorts): WallEnd {
  const { channel, size, closeWindow, reload, later, onceUnguided } = ports
  let state: WallState = { is: 'waiting' }
  const listeners = new Set<() => void>()
  const turn = (next: WallState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const giveUp = later(() => {
    if (state.is === 'waiting') turn({ is: 'alone' })
  }, PATIENCE_MS)

  const show = (shown: WallShown): void => {
    giveUp()
    const before = state.is === 'showing' ? state.shown.picture : null
    const picture = shown.picture && withSameParts(shown.picture, before)
    turn({ is: 'showing', shown: { ...shown, picture } })
  }
  const isDark = (): boolean =>
    (state.is === 'showing' && state.shown.dark) || (state.is === 'unguided' && state.dark)
  const atRest = (): WallShown => ({ picture: null, dark: isDark(), frozen: false })

  let isGuided = false
  let keepPicture: () => void = () => undefined
  /** A console has said something. It holds its lock by then, or is about to. */
  const onGuide = (): void => {
    keepPicture()
    if (isGuided) return
    isGuided = true
    onceUnguided(() => {
      isGuided = false
      keepPicture = later(() => {
        if (state.is === 'showing') turn({ is: 'unguided', dark: isDark() })
      }, GRACE_MS)
    })
  }

  const shownNow = (): WallShown | null => {
    switch (state.is) {
      case 'showing':
        return state.shown
      case 'unguided':
        return atRest()
      case 'waiting':
      case 'alone':
      case 'another build':
        return null
    }
  }
  const sayHere = (): void => {
    const shown = shownNow()
    channel.postMessage({ protocol: WALL_PROTOCOL, kind: 'here', ...size(), shown })
  }
  channel.addEventListener('message', ({ data }) => {
    const message = decodeToWall(data)
    if (!message.ok) {
      if (message.error === 'another protocol' && !reload()) {
        giveUp()
        turn({ is: 'another build' })
      }
      // It was to take the place of what is shown, which may have somebody on it who was hidden meanwhile.
      if (message.error === 'not understood' && own(data, 'kind') === 'show') show(atRest())
      return
    }
    onGuide()
    switch (message.value.kind) {
      case 'show':
        show(message.value.shown)
        break
      case 'call':
        sayHere()
        break
      case 'close':
        closeWindow()
        break
    }
  })
  sayHere()
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    sayHere,
    sayGone: () => channel.postMessage({ protocol: WALL_PROTOCOL, kind: 'gone' }),
  }
}
