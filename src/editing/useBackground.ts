import { createContext, use } from 'react'
import type { Background } from '../background/background.ts'

const BackgroundContext = createContext<Background | null>(null)
export const BackgroundProvider = BackgroundContext.Provider

/** What works things out off the main thread. */
export function useBackground(): Background {
  const background = use(BackgroundContext)
  if (!background) throw new Error('no background was given')
  return background
}
