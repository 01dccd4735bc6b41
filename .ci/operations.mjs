// Reads the operations from the sources of @clerk/backend, the client's from docs/operations.md, and asks
// the emulator for each. Arguments: the package, the index of operations, the list of what may be missing.
import { readFileSync } from 'node:fs';

const [directory, index, allowList] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(`${directory}/package.json`, 'utf8'));
const source = readFileSync(`${directory}/dist/index.js`, 'utf8');

const constants = new Map([...source.matchAll(/^var (\w+) = "(\/[^"]*)";/gm)].map((found) => [found[1], found[2]]));

function path(segments) {
  return segments.map((segment) => segment.replace(/^\/|\/$/g, '')).filter(Boolean).map((segment) => `/${segment}`).join('');
}

function value(expression) {
  const literal = expression.match(/^"(.*)"$/);
  return literal ? literal[1] : (constants.get(expression) ?? '{}');
}

/** The paths that an expression can give, such as joinPaths(basePath, userId, "ban"). */
function paths(expression) {
  const joined = [...expression.matchAll(/joinPaths\(([^)]*)\)/g)];
  if (joined.length > 0) {
    return joined.map((call) => path(call[1].split(/,\s*/).map(value)));
  }
  const template = expression.match(/^`(.*)`$/);
  return [path(template ? template[1].split('/').map((part) => part.replace(/^\$\{(.*)\}$/, (all, name) => value(name)))
    : [value(expression)])];
}

function operations() {
  const found = new Set();
  for (const method of source.matchAll(/method: "([A-Z]+)",?\n\s*path(?:: ([^\n]*?))?,?\n/g)) {
    const expression = method[2] ?? source.slice(0, method.index).match(/[\s\S]*const path = ([^\n]*);/)[1];
    paths(expression).forEach((one) => found.add(`${method[1]} ${one}`));
  }
  const methods = source.match(/method: "[A-Z]+"/g).length;
  const read = source.match(/method: "[A-Z]+",?\n\s*path/g).length;
  if (methods !== read || found.size < 150) {
    console.error(`Only ${read} of ${methods} calls of @clerk/backend ${version} can be read: mend .ci/operations.mjs`);
    process.exit(1);
  }
  return [...found].sort((one, other) => one.split(' ')[1].localeCompare(other.split(' ')[1]));
}

async function ask(method, path) {
  const response = await fetch(`${process.env.CLERK_API_URL}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${process.env.CLERK_SECRET_KEY}`, 'content-type': 'application/json' },
    body: ['GET', 'DELETE'].includes(method) ? undefined : '{}',
  });
  return (await response.text()).replace(/"clerk_trace_id":"[^"]*"/, '');
}

/** Whether the emulator does not know a path, or takes its last segment for an id. */
async function emulatorLacks(operation, others) {
  const [method, template] = operation.split(' ');
  const literal = template.split('/').pop();
  const answer = await ask(method, template.replaceAll('{}', 'none'));
  const sibling = template.replace(/[^/]*$/, '{}');
  if (literal === '{}' || !others.has(`${method} ${sibling}`)) {
    return answer.includes('URL not found');
  }
  return answer.replaceAll(literal, 'none') === (await ask(method, sibling.replaceAll('{}', 'none')));
}

function print(title, lines) {
  console.log(`${title}: ${lines.length === 0 ? 'none' : lines.length}`);
  lines.forEach((line) => console.log(`  ${line}`));
}

const client = new Set([...readFileSync(index, 'utf8').matchAll(/^\| ([A-Z]+) \| `([^`]*)`/gm)]
  .map((row) => `${row[1]} ${row[2].replace(/\{[^}]*\}/g, '{}')}`));
const allowed = new Set(readFileSync(allowList, 'utf8').split('\n').filter((line) => /^[A-Z]/.test(line)));
const all = operations();
const missing = all.filter((operation) => !client.has(operation));

console.log(`@clerk/backend ${version} has ${all.length} operations, the client ${client.size}`);
print('Missing in the client on purpose', missing.filter((operation) => allowed.has(operation)));
print('Missing in the client', missing.filter((operation) => !allowed.has(operation)));
if (process.env.CLERK_API_URL) {
  const lacking = [];
  for (const operation of all) {
    if (await emulatorLacks(operation, new Set(all))) {
      lacking.push(operation);
    }
  }
  print('Missing in the emulator', lacking);
}
process.exit(missing.every((operation) => allowed.has(operation)) ? 0 : 1);
