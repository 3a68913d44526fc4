import type { Place } from '../base/diagnostic.ts';
import type { IdentityKind } from '../domain/identity.ts';
import type { JsonTemplate } from './json-template.ts';

/** What a policy declares of an HTTP API, beside what it says of every source: nothing of it is asked of the API itself. */
export interface HttpApi {
  /** Null: the API asks nothing of who calls it. */
  readonly authentication: HttpAuthentication | null;
  readonly limits: HttpLimits;
  /** A path that answers when the API is there; null: any answer of the base address will do. */
  readonly ping: string | null;
  /** By the id of the table each of them is. */
  readonly resources: ReadonlyMap<string, HttpResource>;
}

/** Secrets by the name of the setting that holds them. */
export type HttpAuthentication =
  | { readonly kind: 'bearer'; readonly secret: string }
  | { readonly kind: 'basic'; readonly user: string; readonly secret: string }
  | { readonly kind: 'header'; readonly header: string; readonly secret: string };

export interface HttpLimits {
  readonly requestsPerSecond: number;
  /** For one request, from its first byte to the last of its answer. */
  readonly timeoutSeconds: number;
  /** How often one request is made at the most, the first time included. */
  readonly attempts: number;
  /** Of one answer that comes in pages. */
  readonly pages: number;
  /** Of one answer, or one page of it. */
  readonly megabytes: number;
}

export const defaultHttpLimits: HttpLimits = {
  requestsPerSecond: 5,
  timeoutSeconds: 30,
  attempts: 5,
  pages: 1000,
  megabytes: 10,
};

/** A table, as an API shows it. */
export interface HttpResource {
  readonly columns: readonly HttpColumn[];
  /** Whose its rows are: read by what the parent's row holds. Null for people's own rows and for context. */
  readonly parent: HttpParent | null;
  readonly find: ReadonlyMap<IdentityKind, HttpRead>;
  /** Of people: the row by its key. Of what is theirs: all rows of a parent. Of context: the row that is referred to. */
  readonly read: HttpRead | null;
  /** Every row there is. */
  readonly list: HttpRead | null;
  readonly erase: HttpChange | null;
  readonly rectify: HttpChange | null;
  readonly place: Place;
}

export interface HttpParent {
  readonly table: string;
  /** This resource's columns, and in the same order the parent's that they repeat. */
  readonly columns: readonly string[];
  readonly parentColumns: readonly string[];
}

export type HttpType = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'timestamp' | 'json' | 'uuid';

export interface HttpColumn {
  readonly name: string;
  readonly type: HttpType;
  readonly nullable: boolean;
  /** A row may come without it; it is then NULL. */
  readonly optional: boolean;
  readonly key: boolean;
  /** No two rows have the same. */
  readonly unique: boolean;
  /** The API makes it itself and does not let it be changed. */
  readonly readOnly: boolean;
  /** A JSON pointer (RFC 6901) into the row. */
  readonly at: string;
}

export interface HttpRead {
  readonly method: 'GET' | 'POST';
  /** A path under the base address, with placeholders (RFC 6570, level 1). */
  readonly path: string;
  readonly body: JsonTemplate | null;
  /** A JSON pointer to the rows in an answer: a list of them, or the one. */
  readonly rows: string;
  /** Null: an answer is whole. */
  readonly page: HttpPaging | null;
  /** Status codes that mean that there are no rows. */
  readonly absent: readonly number[];
}

export type HttpPaging =
  | { readonly kind: 'number'; readonly parameter: string; readonly first: number }
  | { readonly kind: 'offset'; readonly parameter: string }
  | { readonly kind: 'cursor'; readonly parameter: string; readonly at: string }
  /** The address of the next page stands in the answer. */
  | { readonly kind: 'next'; readonly at: string }
  /** The address of the next page stands in the header `Link` (RFC 8288). */
  | { readonly kind: 'link' };

export interface HttpChange {
  readonly method: 'DELETE' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body: JsonTemplate | null;
  readonly contentType: string;
  /** Whether a second call does what the first did: what may be tried again when nobody knows whether it arrived. */
  readonly repeatable: boolean;
}
