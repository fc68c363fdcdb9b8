import { useEffect, useState } from 'react'

/** A pointer that rests for so long is in the way. */
const REST_MS = 1500

/** Whether the pointer has been moved a moment ago. */
export function usePointerAtWork(): boolean {
  const [isAtWork, setAtWork] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onMove = () => {
      setAtWork(true)
      clearTimeout(timer)
      timer = setTimeout(() => setAtWork(false), REST_MS)
    }
    window.addEventListener('pointermove', onMove)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', onMove)
    }
  }, [])
  return isAtWork
}
