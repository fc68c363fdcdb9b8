import { useStore } from 'zustand'
import { useServices } from './services.ts'

/** Whether maps are kept beyond this page: where they are not, there is nothing to seal. */
export function useIsKept(): boolean {
  return useStore(useServices().maps, (list) => list.status !== 'ready' || list.code === undefined)
}
