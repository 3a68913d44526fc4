const plain = /^[A-Za-z_][A-Za-z0-9_.-]*( [A-Za-z0-9_.-]+)*$/;
const words = /^(true|false|yes|no|on|off|null|y|n)$/i;

/** A text as YAML reads it back, in a list or beside a key. JSON's quotes are YAML's. */
export function yamlText(text: string): string {
  return plain.test(text) && !words.test(text) ? text : JSON.stringify(text);
}

/** A comment stays one, whatever a name in it holds. */
export function yamlComment(text: string): string {
  return `# ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`;
}
