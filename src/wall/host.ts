import { decodeFromWall, decodeToWall } from './decode.ts'
import {
  type FromWall,
  type ToWall,
  WALL_PROTOCOL,
  wallChannelName,
  type WallShown,
} from './protocol.ts'

/** A line to the wall; neither end hears itself. */
export interface WallChannel {
  post(message: ToWall): void
  close(): void
}

export interface WallHostPorts {
  readonly openChannel: (name: string, onMessage: (message: unknown) => void) => WallChannel
  /** Runs something later; returns how to call it off. */
  readonly later: (run: () => void, ms: number) => () => void
  /** The wall's name, for this window to find it again after a reload. */
  readonly name: {
    readonly kept: () => string | null
    readonly keep: (name: string | null) => void
  }
  /** Makes this window the only console of a wall; false when another one is. */
  readonly claim: (name: string) => Promise<boolean>
}

export interface WallHostState {
  readonly link: 'closed' | 'looking' | 'opening' | 'unanswered' | 'open'
  readonly name: string | null
  /** In CSS px; as last heard. */
  readonly size: { readonly width: number; readonly height: number } | null
  /** What the wall has been told to show. */
  readonly shown: WallShown
}

/** The console's end of the wall: says what it is to show, and knows whether it is there. */
export interface WallHost {
  readonly state: () => WallHostState
  readonly subscribe: (listener: () => void) => () => void
  /** Waits for a wall that is being opened under this name. */
  readonly expect: (name: string) => void
  /** Looks for the wall that this window had before a reload, and takes over what it shows. */
  readonly resume: () => Promise<void>
  /** What the wall is to show from now on. Frozen, it keeps the picture that it has. */
  readonly show: (wanted: WallShown) => void
  /** Whether the frozen picture is out of date: a wall that has lost it is then not given it again. */
  readonly withhold: (isOutdated: boolean) => void
  /** Quiet paper at once: no map is on the wall any more, frozen or not. */
  readonly rest: () => void
  /** Closes the wall's window. */
  readonly close: () => void
}

/** A wall that has not said anything for so long after it was opened was probably blocked. */
export const ANSWER_MS = 3000
/** A wall that said goodbye may only be loading again. */
export const RETURN_MS = 2000
/** How often a wall is called; one that did not answer by the next call is lost, until it answers a later one. */
export const CALL_MS = 5000

const AT_REST: WallShown = { picture: null, dark: false, frozen: false }
const CLOSED: WallHostState = { link: 'closed', name: null, size: null, shown: AT_REST }

/** Nothing here knows the map: it is given pictures of the public view. */
export function createWallHost(ports: WallHostPorts): WallHost {
  const listeners = new Set<() => void>()
  let state = CLOSED
  let channel: WallChannel | null = null
  let sent = ''
  let hasAnswered = false
  let isWaitingForReturn = false
  let isOutdated = false
  let cancelTimer: () => void = () => undefined

  const set = (part: Partial<WallHostState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }
  const post = (message: ToWall) => channel?.post(message)
  const call = () => post({ protocol: WALL_PROTOCOL, kind: 'call' })
  const tellShown = () => post(showing(state.shown))
  const inA = (ms: number, run: () => void) => {
    cancelTimer()
    cancelTimer = ports.later(run, ms)
  }

  const lose = () => {
    if (!hasAnswered && state.link === 'open') set({ link: 'closed' })
  }
  // Also a wall that is lost: it may only be busy, asleep, or in the memory of pages that were left.
  const keepCalling = () => {
    hasAnswered = false
    call()
    inA(CALL_MS, () => {
      const isMissed = !hasAnswered
      keepCalling()
      if (isMissed) lose()
    })
  }

  const onHere = ({ width, height, shown }: Extract<FromWall, { kind: 'here' }>) => {
    hasAnswered = true
    const { link, size } = state
    if (link === 'open') {
      if (size?.width !== width || size.height !== height) set({ size: { width, height } })
    } else {
      const takenOver = link === 'looking' ? (shown ?? AT_REST) : state.shown
      sent = JSON.stringify(takenOver)
      set({ link: 'open', size: { width, height }, shown: takenOver })
    }
    if (isOutdated && !hasPictureOf(shown, state.shown)) {
      const withheld = { ...state.shown, picture: null }
      sent = JSON.stringify(withheld)
      set({ shown: withheld })
    }
    // It was just loaded, or it was away while something was said.
    if (!isSameShown(shown, state.shown)) tellShown()
    const isBack = link !== 'open' || isWaitingForReturn
    isWaitingForReturn = false
    if (isBack) keepCalling()
  }

  const onMessage = (data: unknown) => {
    const message = decodeFromWall(data)
    if (!message.ok) return
    if (message.value.kind === 'here') return onHere(message.value)
    if (state.link !== 'open') return
    isWaitingForReturn = true
    inA(RETURN_MS, () => {
      isWaitingForReturn = false
      keepCalling()
      lose()
    })
  }

  /** Takes the picture off the wall and closes it; a window that can't be closed stays at rest. */
  const letGo = () => {
    post(showing(AT_REST))
    post({ protocol: WALL_PROTOCOL, kind: 'close' })
    channel?.close()
    channel = null
  }
  const listenTo = (name: string) => {
    letGo()
    channel = ports.openChannel(wallChannelName(name), onMessage)
    isWaitingForReturn = false
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    expect(name) {
      ports.name.keep(name)
      void ports.claim(name)
      listenTo(name)
      sent = JSON.stringify(AT_REST)
      set({ ...CLOSED, link: 'opening', name })
      inA(ANSWER_MS, () => set({ link: 'unanswered' }))
      // It may have been there before this end was.
      call()
    },
    async resume() {
      const name = ports.name.kept()
      // A wall that this page had and lost is being called anyway, and is this page's alone.
      if (name === null || name === state.name || state.link !== 'closed') return
      set({ link: 'looking', name })
      const isMine = await ports.claim(name)
      // Another wall was opened meanwhile.
      if (state.name !== name) return
      const giveUp = () => {
        channel?.close()
        channel = null
        ports.name.keep(null)
        set(CLOSED)
      }
      if (!isMine) return giveUp()
      listenTo(name)
      inA(ANSWER_MS, giveUp)
      call()
    },
    show(wanted) {
      const shown = wanted.frozen ? { ...wanted, picture: state.shown.picture } : wanted
      const text = JSON.stringify(shown)
      if (text === sent) return
      sent = text
      set({ shown })
      tellShown()
    },
    withhold(outdated) {
      isOutdated = outdated
    },
    rest() {
      isOutdated = false
      const shown = { ...AT_REST, dark: state.shown.dark }
      sent = JSON.stringify(shown)
      // First of all, the wall: whoever listens here comes after it.
      post(showing(shown))
      set({ shown })
    },
    close() {
      letGo()
      cancelTimer()
      ports.name.keep(null)
      set(CLOSED)
    },
  }
}

const showing = (shown: WallShown): ToWall => ({ protocol: WALL_PROTOCOL, kind: 'show', shown })

/** Whether a wall shows what it was told: compared as the wall understands it. */
function isSameShown(heard: WallShown | null, told: WallShown): boolean {
  const message = decodeToWall(showing(told))
  if (heard === null || !message.ok || message.value.kind !== 'show') return false
  return JSON.stringify(heard) === JSON.stringify(message.value.shown)
}

const hasPictureOf = (heard: WallShown | null, told: WallShown): boolean =>
  isSameShown(heard && { ...told, picture: heard.picture }, told)
