import type { Rule } from '../rule.ts';

/** The policy is in version control and is shown to others; a secret in it is out. The text itself is never repeated. */
export const secretInPolicy: Rule = {
  code: 'secret-in-policy',
  severity: 'error',
  *check(draft) {
    for (const { text, place } of draft.texts) {
      const secret = secrets.find(({ pattern }) => pattern.test(text));
      if (secret === undefined) continue;
      yield {
        place,
        message: `this looks like ${secret.what}`,
        hint: 'put it in a setting and write the name of the setting: CRM_URL; then change the secret, it has been in a file',
      };
    }
  },
};

const secrets: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: 'a connection string',
    pattern: /\b(postgres(ql)?|mysql|mariadb|sqlserver|mongodb(\+srv)?|rediss?|amqps?|smtps?):\/\//i,
  },
  { what: 'a password in an address', pattern: /:\/\/[^/\s:@]+:[^/\s@]+@/ },
  { what: 'a password', pattern: /\b(password|passwd|pwd|secret|api[_-]?key|access[_-]?token)\s*[=:]\s*\S/i },
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
];
