import { useState } from 'react'
import { useOpenMap, useViewSettings } from '../../store/openMap.ts'
import type { Draft } from '../../store/viewSettings.ts'
import { draftKey, keepDraft } from './drafts.ts'

/** A text on its way into the map. */
export interface DraftInHand {
  /** What the field shows in place of what is in the map; null = that. */
  readonly text: string | null
  /** It was kept from before: nobody is typing it, and only who says so takes it into the map. */
  readonly isOffered: boolean
  /** Kept from before, but typed on another text than is in the map now. */
  readonly stale: string | null
  type(text: string): void
  /** It is part of the map now, or taken back. */
  end(): void
  /** Nobody types it any more. When it could not become part of the map it stays, and is offered. */
  settle(isTaken: boolean): void
}

/**
 * The draft of one field: kept with the way the map is looked at, so that it outlives the page.
 *
 * @param of which text of which record it is; undefined = it is not kept
 * @param value what is in the map: a draft on another text would overwrite what was written since
 */
export function useDraft(of: string | undefined, value: string): DraftInHand {
  const { settings } = useOpenMap()
  const [isTyping, setTyping] = useState(false)
  const [unkept, setUnkept] = useState<Draft | null>(null)
  const kept = useViewSettings(({ audience, drafts }) =>
    of === undefined ? undefined : (drafts[draftKey(of, audience)] ?? undefined),
  )
  const found = of === undefined ? unkept : (kept ?? null)
  // Part of the map by now, as when it could be stored after all while nobody was looking.
  const draft = found?.text === value ? null : found
  const keep = (next: Draft | null) =>
    of === undefined ? setUnkept(next) : keepDraft(settings, of, next)
  const text = draft?.on === value ? draft.text : null
  return {
    text,
    isOffered: text !== null && !isTyping,
    stale: draft && text === null ? draft.text : null,
    type(typed) {
      setTyping(true)
      keep({ text: typed, on: value })
    },
    end() {
      setTyping(false)
      keep(null)
    },
    settle(isTaken) {
      setTyping(false)
      if (isTaken) keep(null)
    },
  }
}
