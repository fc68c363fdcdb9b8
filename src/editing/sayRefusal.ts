import type { DispatchError } from '../store/mapStore.ts'
import { announce } from '../ui/announcer.tsx'

/** Says why a command was refused. The words come on demand: refusals are rare. */
export const sayRefusal = (refusal: DispatchError): void =>
  void import('./refusalWords.ts').then(({ refusalWords }) =>
    announce(refusalWords(refusal), 'problem'),
  )
