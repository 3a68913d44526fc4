import { createRoute, type RouteConfig } from '@hono/zod-openapi';
import { z } from 'zod';
import {
  choicesSchema,
  codeResultSchema,
  codeSchema,
  newRequestSchema,
  openedRequestSchema,
  problemSchema,
  requestListSchema,
  requestStatusSchema,
  withdrawnSchema,
} from '../../contract/request-api.ts';
import { languages } from '../../domain/language.ts';

/*
 * The routes of /api/v1, as code reads them and as people do: the description at /api/v1/openapi.json is made from these.
 */

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});
const problem = (description: string) => ({
  content: { 'application/problem+json': { schema: problemSchema } },
  description,
});

const problems = {
  400: problem('What was sent is not JSON.'),
  401: problem('The session token is missing or cannot be taken; `reason` says why.'),
  404: problem('No request that this token opens. The same for a reference that nobody knows.'),
  409: problem('It is too late, or too early, for this.'),
  410: problem('It was there, and is not any more.'),
  413: problem('The body is too large.'),
  415: problem('The body is not sent as application/json.'),
  422: problem('What was sent is not right; `errors` says where.'),
  429: problem('Too many attempts. `Retry-After` says after how many seconds to try again.'),
} as const;
type ProblemStatus = keyof typeof problems;

function failing<Status extends ProblemStatus>(...statuses: readonly Status[]) {
  return Object.fromEntries(statuses.map((status) => [status, problems[status]])) as Pick<
    typeof problems,
    Status
  >;
}

const reference = z.object({
  reference: z
    .string()
    .max(40)
    .meta({ param: { name: 'reference', in: 'path' }, example: 'GS-2026-7K3M9' }),
});
const language = z.object({
  language: z.enum(languages).default('nl').describe('Of the texts in the answer'),
});
const requestToken: RouteConfig['security'] = [{ request: [] }];
const session: RouteConfig['security'] = [{ session: [] }];

export const choicesRoute = createRoute({
  method: 'get',
  path: '/choices',
  summary: 'What can be asked here, and of what',
  description: 'The kinds of requests, and the ids of the categories, purposes and recipients they can name.',
  request: { query: language },
  responses: { 200: json(choicesSchema, 'What can be asked.') },
});

export const openRoute = createRoute({
  method: 'post',
  path: '/requests',
  summary: 'Open a request',
  description:
    'With a session token of your app, who asks is proven at once and the answer has the token of the request. Without one a code of six digits is mailed, and the request waits for it. The answer is the same for people who are known and people who are not. Send an `Idempotency-Key` so that trying again opens no second request.',
  security: [{ session: [] }, {}],
  request: {
    headers: z.object({
      'idempotency-key': z
        .string()
        .min(8)
        .max(200)
        .optional()
        .describe('A text of your own for this request, such as a UUID; it is remembered for 24 hours'),
    }),
    body: { ...json(newRequestSchema, 'What is asked.'), required: true },
  },
  responses: {
    201: json(openedRequestSchema, 'It was opened. `Location` is where to follow it.'),
    ...failing(400, 401, 413, 415, 422, 429),
  },
});

export const listRoute = createRoute({
  method: 'get',
  path: '/requests',
  summary: 'List one’s own requests',
  description: 'The requests that were made from the address your app vouches for.',
  security: session,
  responses: { 200: json(requestListSchema, 'The requests.'), ...failing(401) },
});

export const codeRoute = createRoute({
  method: 'post',
  path: '/requests/{reference}/code',
  summary: 'Give the code from the mail',
  description: 'The code works for fifteen minutes and five attempts.',
  request: { params: reference, body: { ...json(codeSchema, 'The code.'), required: true } },
  responses: {
    200: json(codeResultSchema, 'The code was right.'),
    ...failing(400, 413, 415, 422, 429),
  },
});

export const resendRoute = createRoute({
  method: 'post',
  path: '/requests/{reference}/resend',
  summary: 'Mail another code',
  description: 'Answers the same for a reference that nobody knows.',
  request: { params: reference },
  responses: { 202: { description: 'If it waits for a code, another one is mailed.' }, ...failing(429) },
});

export const statusRoute = createRoute({
  method: 'get',
  path: '/requests/{reference}',
  summary: 'Follow a request',
  description: 'Where it stands, what will be done or was, and what stays and why.',
  security: requestToken,
  request: { params: reference, query: language },
  responses: { 200: json(requestStatusSchema, 'Where it stands.'), ...failing(404) },
});

export const withdrawRoute = createRoute({
  method: 'post',
  path: '/requests/{reference}/withdraw',
  summary: 'Withdraw a request',
  description: 'As long as nothing was decided. Asked twice, it is withdrawn all the same.',
  security: requestToken,
  request: { params: reference },
  responses: { 200: json(withdrawnSchema, 'It is withdrawn.'), ...failing(404, 409) },
});

export const packageRoute = createRoute({
  method: 'get',
  path: '/requests/{reference}/package',
  summary: 'Fetch the data',
  description: 'The copy of article 15, or the data of article 20, as a ZIP file.',
  security: requestToken,
  request: { params: reference },
  responses: {
    200: {
      content: { 'application/zip': { schema: z.string().meta({ format: 'binary' }) } },
      description: 'The file.',
    },
    ...failing(404, 409, 410),
  },
});
