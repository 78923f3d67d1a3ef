import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/**
 * A component whose code is fetched once it is drawn the first time; null until then, and where it cannot be had.
 * @param load the same function each time; null for nothing
 */
export function useLater<Props>(
  load: (() => Promise<ComponentType<Props>>) | null,
): ComponentType<Props> | null {
  const [loaded, setLoaded] = useState<ComponentType<Props> | null>(null)
  useEffect(() => {
    void load?.().then(
      (component) => setLoaded(() => component),
      () => undefined,
    )
  }, [load])
  return load && loaded
}
