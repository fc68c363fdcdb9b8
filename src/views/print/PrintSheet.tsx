import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { onDemand } from '../../ui/onDemand.tsx'
import './print.css'

const PrintedMap = onDemand(() => import('./PrintedMap.tsx'))

/**
 * Puts the public picture on the paper when the page is printed. `print.css` keeps everything else off it, so that
 * should this come too late, or without its code, the paper stays empty.
 */
export function PrintSheet() {
  const [isPrinting, setIsPrinting] = useState(false)
  useEffect(() => {
    PrintedMap.fetchAhead()
    const begin = () => flushSync(() => setIsPrinting(true))
    const end = () => setIsPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting && <PrintedMap />
}
