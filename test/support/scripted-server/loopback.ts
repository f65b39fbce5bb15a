/** Whether an address is this machine's own: trials may use those where the platform asks for public ones. */
export function isLoopback(url: URL): boolean {
  return ['localhost', '[::1]'].includes(url.hostname) || url.hostname.startsWith('127.');
}
