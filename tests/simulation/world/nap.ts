/** A page's sleep behind other apps: what would wake it waits until it is looked at again. */
export class Nap {
  isOn = false
  readonly #waiting: (() => void)[] = []

  begin(): void {
    this.isOn = true
  }

  end(): void {
    this.isOn = false
    for (const act of this.#waiting.splice(0)) act()
  }

  whenAwake(act: () => void): void {
    if (this.isOn) this.#waiting.push(act)
    else act()
  }

  over(): Promise<void> {
    return new Promise((resolve) => this.whenAwake(resolve))
  }
}
