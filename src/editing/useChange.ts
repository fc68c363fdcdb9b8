import type { Command } from '../domain/commands/command.ts'
import type { ChangeLabel } from '../domain/undo.ts'
import { useOpenMap } from '../store/openMap.ts'
import { sayRefusal } from './sayRefusal.ts'

/** Runs a command on the open map; a refusal is said, and told to the caller as false. */
export function useChange(): (command: Command, label: ChangeLabel, joinKey?: string) => boolean {
  const { store } = useOpenMap()
  return (command, label, joinKey) => {
    const result = store.dispatch(command, label, joinKey)
    if (!result.ok) sayRefusal(result.error)
    return result.ok
  }
}
