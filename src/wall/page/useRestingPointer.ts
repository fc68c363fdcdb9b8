import { useEffect, useState } from 'react'

/** The first time it is there a little longer, so that the hint can be read. */
const FIRST_MS = 5_000
const REST_MS = 1_500

/** True once the pointer has not moved for a while. */
export function useRestingPointer(): boolean {
  const [isResting, setResting] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => setResting(true), FIRST_MS)
    const onMove = () => {
      clearTimeout(timer)
      setResting(false)
      timer = setTimeout(() => setResting(true), REST_MS)
    }
    addEventListener('pointermove', onMove)
    addEventListener('pointerdown', onMove)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointermove', onMove)
      removeEventListener('pointerdown', onMove)
    }
  }, [])
  return isResting
}
