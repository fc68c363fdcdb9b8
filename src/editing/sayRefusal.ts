import type { DispatchError } from '../store/mapStore.ts'
import { announce } from '../ui/announcer.tsx'

/** Says why a command was refused. The words come on demand: refusals are rare. */
export function sayRefusal(error: DispatchError): void {
  void import('./refusalWords.ts').then((words) => announce(words.refusalWords(error), 'problem'))
}
