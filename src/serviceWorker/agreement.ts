/**
 * How the open tabs agree on an update. The tab where it was asked for asks all others over a
 * channel; each answers at once that it heard, writes what is unsaved, and says whether it could. A tab
 * that people are looking at, on a projector, refuses.
 * Nobody is reloaded by another tab: agreeing means only "nothing of mine would be lost".
 */
export const CHANNEL = 'allyscope-update'
/** Each open tab holds a Web Lock of this name and its own id, so that others can count the tabs. */
export const TAB_LOCK = 'allyscope-tab-'
/** A tab that says nothing for so long is frozen by the browser; it saved when it was hidden. */
export const SILENCE_MS = 1_000
/** A tab that heard, but is not done after this, is taken as a refusal. */
export const PATIENCE_MS = 15_000

/** Whether a tab has nothing against an update. */
export type Readiness = 'ready' | 'not saved' | 'presenting'

type Message =
  | { readonly type: 'ask'; readonly round: string }
  | { readonly type: 'heard'; readonly round: string; readonly tab: string }
  | {
      readonly type: 'done'
      readonly round: string
      readonly tab: string
      /** False is a refusal, also to builds that know of no other reason. */
      readonly saved: boolean
      readonly presenting?: boolean
    }

/** The part of a BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}

export interface Tab {
  readonly id: string
  readonly channel: Channel
  /** Writes all unsaved edits of this tab; `not saved`, or a rejection, when that failed. */
  readonly prepare: () => Promise<Readiness>
  /** The ids of all open tabs, or null where the browser cannot tell. */
  readonly openTabs: () => Promise<readonly string[] | null>
}

const prepared = (tab: Tab): Promise<Readiness> => tab.prepare().catch(() => 'not saved')

/** Makes this tab answer others that ask. */
export function answerOthers(tab: Tab): void {
  tab.channel.addEventListener('message', ({ data }) => {
    const message = read(data)
    if (message?.type !== 'ask') return
    const { round } = message
    const say = (answer: Message): void => {
      tab.channel.postMessage(answer)
    }
    say({ type: 'heard', round, tab: tab.id })
    void prepared(tab).then((readiness) => {
      const answer = { type: 'done', round, tab: tab.id, saved: readiness === 'ready' } as const
      say(readiness === 'presenting' ? { ...answer, presenting: true } : answer)
    })
  })
}

/**
 * Saves here, then asks every other tab to save.
 * @returns `ready` when no open tab has anything left to lose, and nobody is looking at one
 */
export async function everyTabReady(tab: Tab): Promise<Readiness> {
  const here = await prepared(tab)
  if (here !== 'ready') return here
  const known = await tab.openTabs()
  const others = known?.filter((id) => id !== tab.id)
  if (others?.length === 0) return 'ready'
  return askAll(tab, others ?? null)
}

/** `others` are those known to be open, or null when that cannot be known. */
function askAll(tab: Tab, others: readonly string[] | null): Promise<Readiness> {
  const round = crypto.randomUUID()
  return new Promise((resolve) => {
    const busy = new Set<string>()
    const agreed = new Set<string>()
    const finish = (result: Readiness): void => {
      clearTimeout(silence)
      clearTimeout(patience)
      tab.channel.removeEventListener('message', listen)
      resolve(result)
    }
    const afterSilence = (): void => {
      if (busy.size === 0) finish('ready')
    }
    let silence = setTimeout(afterSilence, SILENCE_MS)
    const patience = setTimeout(() => {
      finish('not saved')
    }, PATIENCE_MS)
    const listen = ({ data }: { readonly data: unknown }): void => {
      const message = read(data)
      if (message === null || message.type === 'ask' || message.round !== round) return
      clearTimeout(silence)
      silence = setTimeout(afterSilence, SILENCE_MS)
      if (message.type === 'heard') {
        busy.add(message.tab)
        return
      }
      if (!message.saved) {
        finish(message.presenting ? 'presenting' : 'not saved')
        return
      }
      busy.delete(message.tab)
      agreed.add(message.tab)
      if (others?.every((id) => agreed.has(id)) && busy.size === 0) finish('ready')
    }
    tab.channel.addEventListener('message', listen)
    const ask: Message = { type: 'ask', round }
    tab.channel.postMessage(ask)
  })
}

/** A message of this protocol, or null: an older or newer build may speak another one. */
function read(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null) return null
  if (!('type' in data && 'round' in data) || typeof data.round !== 'string') return null
  const { type, round } = data
  if (type === 'ask') return { type, round }
  if (!('tab' in data) || typeof data.tab !== 'string') return null
  const { tab } = data
  if (type === 'heard') return { type, round, tab }
  if (type === 'done' && 'saved' in data && typeof data.saved === 'boolean')
    return {
      type,
      round,
      tab,
      saved: data.saved,
      presenting: 'presenting' in data && data.presenting === true,
    }
  return null
}
