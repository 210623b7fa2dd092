// Receives messages of Deling i praksis and verifies their signatures: a sample of docs/http-interface.md, and a test runs it as it stands.
//   node sample-receiver.mjs CERTIFICATE.pem KEY.pem SECRET-FILE [PORT]
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';

const [certificate, key, secretFile, port = '8443'] = process.argv.slice(2);
const oldest = 5 * 60;

/**
 * Whether a message is from the service, and new.
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {string} body
 */
function isGenuine(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures } = headers;
  if (!id || !at || !signatures || Math.abs(Date.now() / 1000 - Number(at)) > oldest) return false;
  const secret = Buffer.from(readFileSync(secretFile, 'utf8').trim().replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', secret).update(`${id}.${at}.${body}`).digest();
  return String(signatures).split(' ').some((signature) => {
    const given = Buffer.from(signature.replace('v1,', ''), 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const seen = new Set();
const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, async (request, response) => {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  const genuine = request.method === 'POST' && isGenuine(request.headers, body);
  // A message may come more than once, with the same id.
  if (genuine && !seen.has(request.headers['webhook-id'])) {
    const { event, gathering } = JSON.parse(body);
    console.log(`${event}: ${gathering?.title ?? 'set up'}`);
    seen.add(request.headers['webhook-id']);
  }
  if (!genuine) console.log('refused');
  response.writeHead(genuine ? 204 : 401).end();
});
server.listen(Number(port), () => console.log(`listening on ${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`));
