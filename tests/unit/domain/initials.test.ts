import { describe, expect, it, vi } from 'vitest'
import { initialsOf, initialsOfAll } from '../../../src/domain/initials.ts'

describe('initials', () => {
  it.each([
    ['Nurses’ union, Mill Lane branch', 'NML'],
    ['nurses’ union', 'NU'],
    ['Federal Bureau of Investigation', 'FBI'],
    ['ver.di', 'VD'],
    ['Health workers of the coast', 'HWO'],
    ['Ştefan Ökonom-Àvila', 'ŞÖÀ'],
    ['مجلس الطلاب', 'م.ا'],
    // A joiner or its opposite is no end of a word.
    ['می\u200cخواهم گروه', 'م.گ'],
    ['शक्\u200dति समूह', 'श.स'],
    ['学生会', '学'],
    ['St Anne’s parish', 'SA'],
    ['Local 1021', 'L1'],
    ['— !', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  it('are the same whatever the language of the device', () => {
    const upper = vi.spyOn(String.prototype, 'toLocaleUpperCase').mockReturnValue('İ')
    expect(initialsOf('istanbul ilk')).toBe('II')
    upper.mockRestore()
  })

  it('are numbered where several have the same', () => {
    expect(initialsOfAll(['Ana Roy', 'Bo', 'Abe Rook', '!', 'Al Ruiz'])).toEqual([
      'AR',
      'B',
      'AR 2',
      '?',
      'AR 3',
    ])
  })
})
