import { z } from 'zod';
import { identityKinds } from '../domain/identity.ts';
import { languages } from '../domain/language.ts';
import { lawfulBases } from '../domain/lawful-basis.ts';
import { linkKinds } from '../domain/ownership.ts';
import { parsePeriod } from '../law/retention.ts';
import { authenticationShape, limitsShape, resourceShape } from './http-shape.ts';
import { manualShape } from './manual-shape.ts';
import { emailAddress, localised, settingName, text } from './text-shape.ts';

/**
 * The shape of `policy.yaml`: the one definition behind the compiler and behind the JSON Schema for editors. What
 * a shape cannot say (does this category exist?) is said by `references.ts` and `rules.ts`. A pattern's second
 * argument is the hint the author reads.
 */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'write small letters, digits and hyphens, beginning with a letter');
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date that exists as year-month-day: 2026-01-31')
  .refine(isDate, 'write a date that exists as year-month-day: 2026-01-31')
  .meta({ id: 'Date', examples: ['2026-01-31'] });
const columnNames = z
  .union([text, z.array(text).min(1)])
  .meta({ id: 'ColumnNames', description: 'A column, or a list of the columns of a composite key.' });

const identityColumns = z.union([text, z.array(text).min(1)]).meta({
  id: 'IdentityColumns',
  description:
    'A column, or a list of columns that each hold an identity of this kind. Not the parts of one identity: let the database compute that into a column.',
});

export const controllerShape = z
  .strictObject({
    name: text.describe('The trade name.'),
    legalName: text.describe('The name in the trade register.'),
    tradeRegister: text.describe('The number in the trade register (KvK), between quotes.'),
    address: text,
    email: emailAddress,
    phone: text,
    website: z.string().regex(/^https?:\/\/\S+$/, 'write a web address: https://www.company.example'),
    contactPoint: localised.describe(
      'The data protection officer, or the contact point and why there is no officer.',
    ),
  })
  .describe('Who decides about the data (GDPR art. 13(1)(a)–(b)).');

export const bookYearEndShape = z
  .string()
  .regex(/^\d{2}-\d{2}$/, 'write the last day of the book year as month-day: 12-31')
  .refine(isMonthDay, 'write a day that exists as month-day: 12-31')
  .describe('The last day of the book year: 12-31.');

export const subjectShape = z.strictObject({
  name: localised,
  origin: localised.describe('Where the data comes from (GDPR art. 15(1)(g)).'),
});

export const categoryShape = z.strictObject({
  name: localised,
  dpv: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]*:[A-Za-z][A-Za-z0-9-]*$/,
      'write a term of the Data Privacy Vocabulary: "pd:EmailAddress"',
    )
    .describe('A term of the Data Privacy Vocabulary.'),
  special: z.boolean().optional().describe('Data of GDPR art. 9 or 10: health, religion, criminal records…'),
});

export const purposeShape = z.strictObject({
  name: localised,
  basis: z.enum(lawfulBases).describe('The lawful basis (GDPR art. 6(1)).'),
  ground: localised.describe('The statute, contract, interest or consent text that the basis rests on.'),
  marketing: z.boolean().optional(),
});

export const recipientRoles = [
  'processor',
  'sub-processor',
  'joint-controller',
  'controller',
  'authority',
] as const;
/** Chapter V of the GDPR: a decision of adequacy, the Data Privacy Framework, standard clauses, binding rules, art. 49. */
export const transferMechanisms = ['adequacy', 'DPF', 'SCC', 'BCR', 'art-49'] as const;

export const recipientShape = z.strictObject({
  name: text,
  role: z.enum(recipientRoles),
  task: localised,
  purposes: z.array(text).min(1),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'write the two capitals of the country: NL')
    .describe('ISO 3166-1 alpha-2.'),
  transfer: z
    .strictObject({ mechanism: z.enum(transferMechanisms), checkedOn: date })
    .optional()
    .describe('What allows the transfer; required outside the EEA (GDPR chapter V).'),
  agreement: z
    .strictObject({ signedOn: date, validUntil: date.optional() })
    .optional()
    .describe('The written agreement; required of a processor (GDPR art. 28(3)).'),
  notify: z
    .union([
      z.strictObject({ email: emailAddress }),
      z.strictObject({ api: z.strictObject({ url: text, secret: settingName }) }),
    ])
    .optional()
    .describe(
      'How they are told what was done to data they have (GDPR art. 19): email: an address, or api: { url, secret: the name of the setting with the key that signs }. Left out: somebody of yours tells them.',
    ),
});

export const retentionShape = z.strictObject({
  name: localised,
  kind: z
    .enum(['statutory', 'maximum'])
    .describe('statutory: must stay so long. maximum: must be gone by then.'),
  period: z
    .string()
    .regex(/^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/, {
      error: 'write years, months, weeks or days: P7Y, P24M, P4W',
      abort: true,
    })
    .refine(isPeriod, 'write a period that is longer than nothing: P7Y, P24M, P4W')
    .describe('ISO 8601 duration: P7Y, P24M, P4W.'),
  from: z.enum(['event', 'book-year-end', 'calendar-year-end']).optional(),
  event: localised.describe('What the period is counted from: "the last activity".'),
  ground: text.optional().describe('Why it must stay: an id of the list of grounds. For statutory rules.'),
});

/** A key or `*` for any, then `.key`, `.*` or `[]` for the elements of a list. */
const jsonPath = z
  .string()
  .regex(
    /^(?:\*|[\p{L}_][\p{L}\p{N}_-]*|\[\])(?:\[\]|\.(?:\*|[\p{L}_][\p{L}\p{N}_-]*))*$/u,
    'write keys with a dot between, [] after a list, * for any key: contacts[].email',
  );

const columnUse = z.strictObject({
  category: text,
  paths: z
    .record(jsonPath, text)
    .optional()
    .describe('What stands inside a JSON column: contacts[].email: the id of a category.'),
  purposes: z.array(text).min(1).optional().describe("Narrower than the table's purposes."),
  about: text.optional().describe('The link whose person this column is about.'),
  origin: z.enum(['provided', 'observed', 'derived']).optional(),
  onAccess: z.enum(['show', 'mask']).optional(),
  onErasure: z.enum(['null', 'pseudonymise', 'keep']).optional(),
});
export const columnShape = z
  .union([text, columnUse])
  .meta({ id: 'Column', description: "'not-personal', the id of a category, or an object with more." });

export const linkShape = z
  .strictObject({
    kind: z.enum(linkKinds),
    column: columnNames.optional().describe("This table's column or columns that refer to the other table."),
    to: text.optional().describe('The table they refer to.'),
    from: columnNames
      .optional()
      .describe("table.column: the other table's column that refers to this table."),
    key: z
      .array(text)
      .min(1)
      .optional()
      .describe('The columns referred to, when they are not the primary key.'),
  })
  .meta({ id: 'Link' });

const tableUse = z
  .strictObject({
    name: localised.optional(),
    context: z.boolean().optional().describe('Needed to understand other rows; about nobody.'),
    purposes: z.array(text).min(1).optional(),
    subject: z
      .strictObject({
        group: text,
        identities: z.partialRecord(z.enum(identityKinds), identityColumns),
        created: text
          .optional()
          .describe(
            'The column that says when the row was made: it tells a new sign-up from a restored row.',
          ),
      })
      .optional()
      .describe('The rows are people.'),
    columns: z.record(text, columnShape).optional(),
    links: z.array(linkShape).optional(),
    retention: z
      .strictObject({
        rule: text,
        from: text,
        orFrom: text.optional().describe('A second date: the first of the two counts.'),
      })
      .optional()
      .describe('When a row must go.'),
    hold: z
      .strictObject({ rule: text, from: text.optional(), with: text.optional() })
      .optional()
      .describe('Why a row must stay, counted from a column or together with the row a link leads to.'),
    onErasure: z.enum(['delete', 'redact']).optional(),
  })
  .meta({ id: 'Table' });
/** A table without its columns and links, which are read one by one. */
export const tableHeadShape = z.object(tableUse.shape).omit({ columns: true, links: true });
export const tableShape = z.union([z.literal('not-personal'), tableUse]);

const sourceHead = {
  connection: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, 'write the name of the setting that holds the connection string: CRM_URL')
    .describe('The NAME of the setting with the connection string, never the string.'),
  name: localised,
};
const databaseHead = z.strictObject({ kind: z.enum(['postgresql', 'sqlite', 'mariadb']), ...sourceHead });
export const httpHead = z.strictObject({
  kind: z.literal('http'),
  ...sourceHead,
  authentication: authenticationShape.optional(),
  limits: limitsShape.optional(),
  ping: z
    .string()
    .regex(/^\/[^\s{}]*$/, 'write a path that begins with a slash: /health')
    .optional(),
});
const tables = z.record(text, tableShape);

/** Without tables and resources, which are read one by one. */
export const sourceHeadShape = z.discriminatedUnion('kind', [databaseHead, httpHead, manualShape]);
export const sourceShape = z.discriminatedUnion('kind', [
  databaseHead.extend({ tables }),
  httpHead.extend({ resources: z.record(text, resourceShape), tables }),
  manualShape,
]);

export const policyFileShape = z
  .strictObject({
    gestand: z.literal(1).describe('The version of this format.'),
    controller: controllerShape,
    languages: z.array(z.enum(languages)).min(1),
    bookYearEnd: bookYearEndShape,
    automatedDecisions: localised.describe(
      'Automated decisions and profiling, or that there are none (art. 13(2)(f)).',
    ),
    security: localised.optional().describe('The security measures in general terms (art. 30(1)(g)).'),
    subjects: z.record(id, subjectShape).describe('The groups of people the data is about.'),
    categories: z.record(id, categoryShape).describe('The complete list of kinds of personal data.'),
    purposes: z.record(id, purposeShape),
    recipients: z.record(id, recipientShape),
    retention: z.record(id, retentionShape),
    sources: z.record(id, sourceShape),
  })
  .meta({
    title: 'Gestand policy',
    description: 'policy.yaml: what an organisation does with personal data.',
  });

export type PolicyFile = z.infer<typeof policyFileShape>;

/** The JSON Schema (draft 7, which editors know best) of `policy.yaml`. Published as `docs/policy.schema.json`. */
export function policyJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(policyFileShape, { io: 'input', target: 'draft-7' }) };
}

function isDate(value: string): boolean {
  return succeeds(() => Temporal.PlainDate.from(value, { overflow: 'reject' }));
}

function isMonthDay(value: string): boolean {
  return succeeds(() => Temporal.PlainMonthDay.from(value, { overflow: 'reject' }));
}

function isPeriod(value: string): boolean {
  return succeeds(() => parsePeriod(value)) && parsePeriod(value).sign > 0;
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
