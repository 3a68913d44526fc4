import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { sha256Hex } from '../base/hash.ts';

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

/** In the order in which later rules win. One file goes out: a page costs one request for its looks. */
const styles = [
  'base',
  'frame',
  'pieces',
  'states',
  'tables',
  'statement',
  'board',
  'forms',
  'request',
  'mailbox',
  'print',
] as const;

export const stylesheet = asset(
  'portal.css',
  'text/css; charset=utf-8',
  styles.map((name) => read(`styles/${name}.css`)).join('\n'),
);
export const icon = asset('icon.svg', 'image/svg+xml', read('icon.svg'));

/** The name holds the hash of the content, so that a browser may keep it for ever. */
function asset(name: string, type: string, body: string): Asset {
  const dot = name.lastIndexOf('.');
  const path = `/assets/${name.slice(0, dot)}-${sha256Hex(body).slice(0, 12)}${name.slice(dot)}`;
  return { path, type, body };
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

export function assetRoutes(): Hono {
  const app = new Hono();
  for (const { path, type, body } of [stylesheet, icon]) {
    app.get(path, (context) =>
      context.body(body, 200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=31536000, immutable',
      }),
    );
  }
  return app;
}
