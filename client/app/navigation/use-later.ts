import { h, type ComponentType, type VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/**
 * Draws a component whose code is fetched once it is first drawn; null until then, and where it cannot be had.
 * @param load the same function each time; null for nothing
 */
export function useLater<Props extends object>(
  load: (() => Promise<ComponentType<Props>>) | null,
  props: Props,
): VNode<Props> | null {
  const [loaded, setLoaded] = useState<ComponentType<Props> | null>(null)
  useEffect(() => {
    void load?.().then(
      (component) => setLoaded(() => component),
      () => undefined,
    )
  }, [load])
  return load && loaded && h(loaded, props)
}
