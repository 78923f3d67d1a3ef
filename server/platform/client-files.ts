import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/**
 * The built client: files with a hash in their name never change, the page and the service worker are asked
 * for anew each time, and every path of the app answers the page.
 */
export function clientFiles(directory: string): Hono {
  const routes = new Hono()
  routes.use(
    '*',
    serveStatic({
      root: directory,
      onFound: (path, context) => {
        const isHashed = path.includes('/assets/')
        context.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    }),
  )
  routes.get('*', (context) => {
    // A missing script answered with the page would be cached as that script.
    if (/\.\w+$/.test(context.req.path)) return context.notFound()
    return context.html(readFileSync(join(directory, 'index.html'), 'utf8'), 200, {
      'cache-control': 'no-cache',
    })
  })
  return routes
}
