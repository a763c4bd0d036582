import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Objects } from './signed-archive';

const pageSize = 7;

/** As much of Amazon S3 as is needed to list and read a bucket, over HTTP, a few keys a page. */
export async function bucketServer(objects: Objects, options: { readonly denied?: readonly string[] } = {}) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://bucket');
    const [, , ...path] = decodeURIComponent(url.pathname).split('/');
    const key = path.join('/');
    if (key === '') list(objects, url.searchParams, response);
    else if (options.denied?.includes(key)) fail(response, 403, 'AccessDenied');
    else {
      const object = objects.get(key);
      if (!object) fail(response, 404, 'NoSuchKey');
      else {
        const metadata = Object.entries(object.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
        response.writeHead(200, Object.fromEntries(metadata)).end(object.body);
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function list(objects: Objects, query: URLSearchParams, response: ServerResponse): void {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter');
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const matching = [...objects.keys()].sort().filter((key) => key.startsWith(prefix));
  const names = matching.map((key) => {
    const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    return end === -1 ? { key } : { below: key.slice(0, end + 1) };
  });
  const different = [...new Map(names.map((name) => [name.key ?? name.below ?? '', name])).values()];
  const rest = different.filter((name) => (name.key ?? name.below ?? '') > after);
  const page = rest.slice(0, pageSize);
  const last = page.at(-1);
  const next = rest.length > page.length ? (last?.key ?? last?.below) : undefined;
  const entries = page.map(({ key, below }) =>
    key ? `<Contents><Key>${key}</Key></Contents>` : `<CommonPrefixes><Prefix>${below}</Prefix></CommonPrefixes>`,
  );
  const token = next ? `<NextContinuationToken>${next}</NextContinuationToken>` : '';
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<ListBucketResult><IsTruncated>${next !== undefined}</IsTruncated>${entries.join('')}${token}</ListBucketResult>`,
    );
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(`<Error><Code>${code}</Code><Message>${code} of the test</Message></Error>`);
}
