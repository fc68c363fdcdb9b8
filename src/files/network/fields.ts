/** Fields of an element or a tie by name, in the order of their coming. */
export class Fields {
  readonly all = new Map<string, string>()

  /** Blank values are left out. A name that is taken by something else goes on as `name (2)`. */
  add(name: string, value: string): void {
    if (value.trim() === '') return
    let free = name
    for (let count = 2; this.all.has(free); count++) {
      if (this.all.get(free) === value) return
      free = `${name} (${count})`
    }
    this.all.set(free, value)
  }
}
