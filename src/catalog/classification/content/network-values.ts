const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = new RegExp(`^${octet}(\\.${octet}){3}(/\\d{1,2})?$`);

export function isIpAddress(value: string): boolean {
  return ipv4.test(value) || isIpv6(value);
}

/** RFC 4291: eight groups, of which one run may be left out as `::`, the last two written as IPv4 or not. */
function isIpv6(value: string): boolean {
  const [address = ''] = value.split(/[/%]/);
  if (!/^[0-9a-f:.]{2,45}$/i.test(address) || !address.includes(':')) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const mapped = last.includes('.');
  if (mapped && !ipv4.test(last)) return false;
  const hexadecimal = mapped ? groups.slice(0, -1) : groups;
  const count = hexadecimal.length + (mapped ? 2 : 0);
  if (!hexadecimal.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? count < 8 : count === 8;
}

export function isMacAddress(value: string): boolean {
  return (
    /^([0-9a-f]{2}([:-]))([0-9a-f]{2}\2){4}[0-9a-f]{2}$/i.test(value) ||
    /^([0-9a-f]{4}\.){2}[0-9a-f]{4}$/i.test(value)
  );
}

/** RFC 9110 section 10.1.5: products with a version, and a comment. */
export function isUserAgent(value: string): boolean {
  return (
    /^Mozilla\/\d/.test(value) || /^[\w.-]{2,40}\/\d[\w.]*( [\w.-]+\/\d[\w.]*)* ?(\(.{3,}\)|$)/.test(value)
  );
}

export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
}

export function isUrl(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value);
}

/** A latitude and a longitude together, to three decimals or more: some hundred metres. */
export function isCoordinatePair(value: string): boolean {
  const pair = /^(?:POINT ?\()?\(?(-?\d{1,3}\.\d{3,})[ ,;]+(-?\d{1,3}\.\d{3,})\)*$/i.exec(value);
  if (pair === null) return false;
  return Math.abs(Number(pair[1])) <= 180 && Math.abs(Number(pair[2])) <= 180;
}

/** The forms in which common libraries store a password: bcrypt, Argon2, crypt, phpass, PBKDF2, LDAP. */
export function isPasswordHash(value: string): boolean {
  return /^(\$2[abxy]?\$\d{2}\$|\$argon2|\$[156y]\$|\$[PHS]\$|pbkdf2[_:]|scrypt:|\{(SSHA|SHA|CRYPT|MD5)\d*\})/.test(
    value,
  );
}

export function isEmailAddress(value: string): boolean {
  return /^(mailto:)?[^\s@<>"']{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(value);
}
