import { type ComponentProps, type ReactNode, useId } from 'react'
import './fields.css'

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string | null
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode
}

/** A label above its control, with a hint and an error that are read out with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, describedBy: hint || error ? hintId : undefined })}
      {(hint || error) && (
        <div id={hintId} className={error ? 'field-error' : 'field-hint'}>
          {error ?? hint}
        </div>
      )}
    </div>
  )
}

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  label: string
  hint?: ReactNode
  error?: string | null
}

export const TextField = ({ label, hint, error = null, ...rest }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {({ id, describedBy }) => (
      <input
        className="input"
        dir="auto"
        autoComplete="off"
        {...rest}
        id={id}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
    )}
  </Field>
)

interface Option<T extends string> {
  readonly value: T
  readonly label: string
}

interface SelectFieldProps<T extends string> {
  label: string
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
  hint?: ReactNode
  disabled?: boolean
}

export const SelectField = <T extends string>({
  label,
  value,
  options,
  onChange,
  hint,
  disabled = false,
}: SelectFieldProps<T>) => (
  <Field label={label} hint={hint}>
    {({ id, describedBy }) => (
      <select
        className="input"
        id={id}
        autoComplete="off"
        aria-describedby={describedBy}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)

interface ChoiceProps<T extends string> {
  legend: string
  value: T | null
  options: readonly Option<T>[]
  onChange: (value: T) => void
  disabled?: boolean
  /** The legend is only for screen readers. */
  quietLegend?: boolean
}

/** A few exclusive choices side by side: radio buttons that look like one control. */
export function Choice<T extends string>({
  legend,
  value,
  options,
  onChange,
  disabled = false,
  quietLegend = false,
}: ChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset className="choice" disabled={disabled}>
      <legend className={quietLegend ? 'visually-hidden' : ''}>{legend}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface CheckboxProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: string
}

export function Checkbox({ label, checked, onChange, hint }: CheckboxProps) {
  const id = useId()
  return (
    <div className="checkbox">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
    </div>
  )
}
