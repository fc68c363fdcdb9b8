import { useEffect, useState } from 'react'

/** A pointer that rests for so long is in the way. */
const REST_MS = 1_500

/**
 * True once the pointer has not moved for a while.
 *
 * @param firstMs so long it counts as moving before it has moved at all; 0 = it rests until it moves
 */
export function useRestingPointer(firstMs: number): boolean {
  const [isResting, setResting] = useState(firstMs === 0)
  useEffect(() => {
    let timer = setTimeout(() => setResting(true), firstMs)
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
  }, [firstMs])
  return isResting
}
