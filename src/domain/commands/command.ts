import type { Diff } from '../diff.ts'
import type { Id, MapDoc } from '../records.ts'
import type { Result } from '../result.ts'

/** What a command needs from the world outside: given, so that tests and replays are exact. */
export interface CommandContext {
  readonly newId: <I extends Id<string>>() => I
}

export type CommandError =
  /** The stakeholder, word or tie is no longer in the map. */
  | { readonly code: 'missing' }
  | { readonly code: 'empty name' }
  | { readonly code: 'too long'; readonly limit: number }
  | { readonly code: 'too many'; readonly limit: number }
  /** A vocabulary already has that word; merging is a command of its own. */
  /** A tie needs two different ends. */
  | { readonly code: 'self-tie' }
  /** The same two already have a tie of that kind. */
  | { readonly code: 'tie exists' }
  | { readonly code: 'word exists'; readonly word: string }

/** A command looks at the document and says what would change; it changes nothing itself. */
export type Command = (doc: MapDoc, context: CommandContext) => Result<Diff, CommandError>
