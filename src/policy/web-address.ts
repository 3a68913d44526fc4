/**
 * What is wrong with an address that data are sent to or fetched from; null when nothing is. Plain HTTP leaves this
 * machine for nobody: anybody on the way could read along.
 */
export function webAddressFault({
  protocol,
  username,
  password,
  hostname,
  search,
  hash,
}: URL): string | null {
  if (protocol !== 'https:' && protocol !== 'http:') return 'is no web address';
  if (username !== '' || password !== '')
    return 'holds a password; use "authentication" and a setting of its own';
  if (search !== '' || hash !== '') return 'has a query; leave out what stands behind the path';
  return protocol === 'https:' || isLoopback(hostname)
    ? null
    : 'begins with http://, so that anybody on the way could read along';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
