interface SeveralProps<T extends string> {
  legend: string
  options: readonly { readonly value: T; readonly label: string }[]
  chosen: readonly T[]
  onToggle: (value: T, isChosen: boolean) => void
}

/** A few choices of which several may be made: check boxes that look like one control. */
export function Several<T extends string>({ legend, options, chosen, onToggle }: SeveralProps<T>) {
  return (
    <fieldset className="choice several">
      <legend>{legend}</legend>
      <div className="several-options">
        {options.map(({ value, label }) => (
          <label key={value} className="several-option">
            <input
              type="checkbox"
              autoComplete="off"
              checked={chosen.includes(value)}
              onChange={(event) => onToggle(value, event.target.checked)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
