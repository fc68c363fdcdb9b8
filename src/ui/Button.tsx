import type { ComponentProps } from 'react'
import './button.css'

type Look = 'plain' | 'primary' | 'quiet' | 'danger'

interface ButtonProps extends ComponentProps<'button'> {
  look?: Look
}

export const Button = ({ look = 'plain', className = '', ...rest }: ButtonProps) => (
  <button type="button" className={`button button-${look} ${className}`} {...rest} />
)

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** The accessible name, and the tooltip unless `title` says more. */
  label: string
}

export const IconButton = ({ label, title = label, className = '', ...rest }: IconButtonProps) => (
  <button
    type="button"
    aria-label={label}
    title={title}
    className={`button button-icon ${className}`}
    {...rest}
  />
)
