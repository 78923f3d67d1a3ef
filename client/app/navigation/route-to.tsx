import type { AnyComponent, VNode } from 'preact'
import { Route } from 'preact-iso'

/** The router writes its routes' props out as JSON to compare them, so services go round them, by closure. */
export function routeTo(path: string, component: AnyComponent): VNode {
  return <Route key={path} path={path} component={component} />
}
