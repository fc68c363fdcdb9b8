import type { Draft, ViewSettings, ViewSettingsStore } from '../../store/viewSettings.ts'

/** Where a draft is kept: what was begun in the team view is not seen in public preview. */
export const draftKey = (of: string, audience: ViewSettings['audience']): string =>
  audience === 'team' ? of : `public ${of}`

/** The name of a restore point that is not kept yet. */
export const OF_POINT = 'point name'

/** Keeps what is being typed in a field; null when it is part of the map, or taken back. */
export const keepDraft = (settings: ViewSettingsStore, of: string, draft: Draft | null): void =>
  settings.setState(({ audience, drafts }) => {
    const { [draftKey(of, audience)]: _, ...others } = drafts
    return { drafts: draft ? { ...others, [draftKey(of, audience)]: draft } : others }
  })
