import { type KeyboardEvent, useRef } from 'react'
import './tabs.css'

interface TabsProps<T extends string> {
  label: string
  value: T
  tabs: readonly { readonly value: T; readonly label: string }[]
  onChange: (value: T) => void
  /** The element that the tabs switch. */
  controls: string
  look?: 'pill' | 'line'
}

/** A row of tabs: one is in the Tab order, arrow keys go to its neighbours and open them. */
export function Tabs<T extends string>({
  label,
  value,
  tabs,
  onChange,
  controls,
  look = 'pill',
}: TabsProps<T>) {
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const towards = TOWARDS[event.key]
    if (towards === undefined || !row.current) return
    // Keys of the tabs are not meant for the map.
    event.preventDefault()
    event.nativeEvent.stopPropagation()
    const step = getComputedStyle(row.current).direction === 'rtl' ? -towards : towards
    const at = tabs.findIndex((tab) => tab.value === value)
    const next = (at + step + tabs.length) % tabs.length
    const chosen = tabs[next]
    if (!chosen) return
    onChange(chosen.value)
    const button = row.current.children[next]
    if (button instanceof HTMLElement) button.focus()
  }
  return (
    <div
      ref={row}
      className={`tabs tabs-${look}`}
      role="tablist"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab.value === value}
          aria-controls={controls}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}

const TOWARDS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 }
