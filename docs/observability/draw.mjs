// Draws dashboard.png and endpoint.png: runs the sample for some minutes, lets Prometheus scrape it, sends each query of
// grafana-dashboard.json to Prometheus and draws the results as the panels define. It is not Grafana. The second picture
// is the response of the endpoint /actuator/clerk at the end.
//
//   ./mvnw -q -DskipTests -pl samples/quickstart -am package && node docs/observability/draw.mjs
//
// Needs node, prometheus and chromium in the path (Debian has packages of all three). PROMETHEUS and CHROMIUM name
// other programs, SECONDS another length than 300. All traffic stays on this machine.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const target = resolve(here, '../../samples/quickstart/target')
const work = mkdtempSync(join(tmpdir(), 'clerk-dashboard-'))
const seconds = Number(process.env.SECONDS ?? 300)
const [appPort, prometheusPort] = [18080, 19090]
const app = `http://127.0.0.1:${appPort}`
const children = []
const sleep = (millis) => new Promise((done) => setTimeout(done, millis))

function start(command, args) {
  const child = spawn(command, args)
  child.text = ''
  child.stdout.on('data', (data) => (child.text += data))
  child.stderr.on('data', (data) => (child.text += data))
  child.on('error', (error) => (child.failed = error))
  children.push(child)
  return child
}

async function until(child, test) {
  for (let i = 0; i < 600; i++) {
    if (child.failed || child.exitCode !== null) throw new Error(`${child.failed ?? child.text}`)
    const found = await test()
    if (found) return found
    await sleep(500)
  }
  throw new Error(`Not ready: ${child.text}`)
}

function forge(token, header) {
  const [, payload, signature] = token.split('.')
  const start = JSON.parse(Buffer.from(token.split('.')[0], 'base64url'))
  return [Buffer.from(JSON.stringify({ ...start, ...header })).toString('base64url'), payload, signature].join('.')
}

async function drive(tokens, emulator) {
  const [ada, bob, eve] = tokens
  const call = (path, token, method = 'GET') =>
    fetch(app + path, { method, headers: { authorization: `Bearer ${token}` } }).then((answer) => answer.text())
  const control = (path, body) => fetch(`${emulator}/__emulator${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const fault = (body) => control('/faults', body)
  const { secret_key: secret } = await (await fetch(`${emulator}/__emulator/instance`)).json()
  const key = async (options) => (await (await control('/tokens/api_key', { subject: 'user_ada', ...options })).json()).token
  const [apiKey, revoked] = [await key({}), await key({ revoked: true })]
  const rename = (name) => fetch(`${emulator}/v1/users/user_ada`, { method: 'PATCH', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify({ last_name: name }) })
  const end = Date.now() + seconds * 1000
  for (let round = 0; Date.now() < end; round++) {
    const busy = 1 + Math.round(3 + 3 * Math.sin(round / 20))
    const calls = [ada, bob, eve].slice(0, 1 + (round % 3)).map((token) => call('/me', token))
    for (let i = 0; i < busy; i++) calls.push(call('/organization/members', bob))
    if (round % 5 === 0) calls.push(call('/organization/members/user_nobody', ada, 'DELETE'))
    if (round % 4 === 0) calls.push(call('/me', ada.slice(0, -8) + 'AAAAAAAA'))
    if (round % 7 === 0) calls.push(call('/me', forge(ada, { kid: `ins_stranger_${round % 9}` })))
    if (round % 11 === 0) calls.push(call('/me', 'no-token'))
    if (round % 2 === 0) calls.push(call('/', apiKey), call('/', apiKey))
    if (round % 6 === 0) calls.push(call('/', revoked))
    if (round % 10 === 0) calls.push(rename(`Lovelace ${round}`))
    if (round % 50 === 20) calls.push(control('/webhooks/send', { type: 'user.updated', data: { id: 'user_ada' }, flaw: 'wrong_signature' }))
    if (round % 40 === 30) await fault({ kind: 'status', status: 429, retry_after: 1, times: 4, operation: 'GET /users/{user_id}' })
    if (round % 60 === 45) await fault({ kind: 'status', status: 503, times: 6, operation: 'GET /organizations/{organization_id}/memberships' })
    await Promise.all([...calls, sleep(400)])
  }
}

async function range(expr) {
  const now = Date.now() / 1000
  const query = new URLSearchParams({ query: expr.replaceAll('$__rate_interval', '20s'), start: now - seconds, end: now, step: 3 })
  const answer = await (await fetch(`http://127.0.0.1:${prometheusPort}/api/v1/query_range?${query}`)).json()
  if (answer.status !== 'success') throw new Error(`${expr}: ${answer.error}`)
  return answer.data.result.map(({ metric, values }) => ({
    metric,
    points: values.map(([time, value]) => [time - now + seconds, Number(value)]).filter(([, value]) => Number.isFinite(value))
  }))
}

const short = (value) => (Number.isInteger(value) ? String(value) : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2))
const units = {
  s: (value) => (value < 1 ? `${short(value * 1000)} ms` : value < 120 ? `${short(value)} s` : `${short(value / 60)} min`),
  reqps: (value) => `${short(value)}/s`,
  percentunit: (value) => `${short(value * 100)} %`,
  short
}
const palette = ['#5794f2', '#73bf69', '#f2cc0c', '#ff780a', '#f2495c', '#b877d9', '#8ab8ff', '#fade2a']
const escape = (text) => String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

function stat(panel, series) {
  const last = series[0]?.points.at(-1)?.[1]
  const { thresholds, unit } = panel.fieldConfig.defaults
  const step = thresholds.steps.filter(({ value }) => value === null || last >= value).at(-1)
  const colors = { green: '#73bf69', orange: '#ff9830', red: '#f2495c' }
  return `<div class="stat" style="color:${colors[step.color]}">${last === undefined ? 'No data' : escape(units[unit](last))}</div>`
}

function graph(panel, series, width, height) {
  const unit = units[panel.fieldConfig.defaults.unit]
  const top = Math.max(...series.flatMap(({ points }) => points.map(([, value]) => value)), 1e-9) * 1.1
  const x = (time) => 52 + ((width - 62) * time) / seconds
  const y = (value) => height - 18 - ((height - 26) * value) / top
  const grid = [0, 0.25, 0.5, 0.75, 1].map((part) => `<line x1="52" x2="${width - 10}" y1="${y(top * part)}" y2="${y(top * part)}"/>
    <text x="46" y="${y(top * part) + 4}" text-anchor="end">${escape(unit(top * part))}</text>`)
  const times = [0, 1, 2, 3, 4].map((i) => `<text x="${x((seconds * i) / 4)}" y="${height - 3}" text-anchor="middle">${Math.round((seconds * (i - 4)) / 4)} s</text>`)
  const lines = series.map(({ points }, i) => `<polyline stroke="${palette[i % palette.length]}" points="${points
    .map(([time, value]) => `${x(time).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}"/>`)
  const legend = series.map(({ name }, i) => `<span><i style="background:${palette[i % palette.length]}"></i>${escape(name)}</span>`)
  return `<svg width="${width}" height="${height}">${grid.join('')}${times.slice(1).join('')}${lines.join('')}</svg><div class="legend">${legend.join('')}</div>`
}

async function draw(panel, column, row) {
  const width = panel.gridPos.w * column - 10
  const height = panel.gridPos.h * row - 10
  const series = []
  for (const { expr, legendFormat } of panel.targets) {
    for (const { metric, points } of await range(expr)) {
      series.push({ name: legendFormat.replace(/\{\{(\w+)}}/g, (_, label) => metric[label] ?? ''), points })
    }
  }
  const body = panel.type === 'stat' ? stat(panel, series) : graph(panel, series, width - 16, height - 66)
  return `<section style="left:${panel.gridPos.x * column + 5}px;top:${panel.gridPos.y * row + 5}px;width:${width}px;height:${height}px">
    <h2>${escape(panel.title)}</h2>${body}</section>`
}

// The JSON of the endpoint, with the colors of a browser's viewer
function json(value, depth = 0) {
  const line = (text) => `\n${'  '.repeat(depth + 1)}${text}`
  if (value === null || typeof value !== 'object') return `<i class="${typeof value}">${escape(JSON.stringify(value))}</i>`
  const parts = Object.entries(value).map(([name, part]) => line(`<b>${escape(JSON.stringify(name))}</b>: ${json(part, depth + 1)}`))
  return `{${parts.join(',')}\n${'  '.repeat(depth)}}`
}

function screenshot(name, width, height, html) {
  const [page, picture] = [join(work, `${name}.html`), join(here, `${name}.png`)]
  writeFileSync(page, `<!doctype html><meta charset="utf-8">${html}`)
  const browser = spawnSync(process.env.CHROMIUM ?? 'chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars', `--user-data-dir=${work}/browser`,
    `--window-size=${width},${height}`, `--screenshot=${picture}`, `file://${page}`])
  if (browser.status !== 0) throw new Error(`${browser.error ?? browser.stderr}`)
  console.log(`${picture}, of ${seconds} s`)
}

try {
  const jar = readdirSync(target).find((name) => /^clerk-sample-quickstart-.*\.jar$/.test(name))
  const sample = start('java', ['-jar', join(target, jar), `--server.port=${appPort}`, '--server.address=127.0.0.1',
    '--clerk.accepted-tokens=session,api-key', '--clerk.session.authorized-parties=https://app.example.com', '--clerk.session.allow-missing-azp=true', '--clerk.jwks.time-to-live=90s'])
  writeFileSync(join(work, 'prometheus.yml'),
    `scrape_configs: [{job_name: quickstart, scrape_interval: 2s, metrics_path: /actuator/prometheus, static_configs: [{targets: ["127.0.0.1:${appPort}"]}]}]\n`)
  const tokens = await until(sample, () => sample.text.includes('Other paths') && [...sample.text.matchAll(/Bearer ([\w.-]+)/g)].map(([, token]) => token))
  const emulator = /emulated Clerk at (\S+)/.exec(sample.text)[1]
  const prometheus = start(process.env.PROMETHEUS ?? 'prometheus', [`--config.file=${work}/prometheus.yml`, `--storage.tsdb.path=${work}/data`,
    `--web.listen-address=127.0.0.1:${prometheusPort}`])
  await until(prometheus, () => fetch(`http://127.0.0.1:${prometheusPort}/-/ready`).then(({ ok }) => ok, () => false))
  await drive(tokens, emulator)
  const dashboard = JSON.parse(readFileSync(join(here, 'grafana-dashboard.json')))
  const [column, row] = [50, 27]
  const sections = []
  for (const panel of dashboard.panels) sections.push(await draw(panel, column, row))
  const height = Math.max(...dashboard.panels.map(({ gridPos }) => gridPos.y + gridPos.h)) * row + 10
  screenshot('dashboard', 24 * column, height, `<style>
    body{margin:0;background:#111217;color:#ccccdc;font:11px sans-serif} section{position:absolute;box-sizing:border-box;background:#181b1f;border:1px solid #2c2f35;padding:8px;overflow:hidden}
    h2{font-size:12px;font-weight:600;margin:0 0 4px} .stat{font-size:30px;font-weight:600;text-align:center;line-height:48px} line{stroke:#2c2f35} text{fill:#8e8e9a;font-size:10px}
    polyline{fill:none;stroke-width:1.6} .legend span{margin-right:10px;white-space:nowrap} .legend i{display:inline-block;width:10px;height:3px;margin-right:4px;vertical-align:middle}
    </style>${sections.join('')}`)
  const endpoint = await fetch(`${app}/actuator/clerk`, { headers: { authorization: `Bearer ${tokens[0]}` } })
  if (!endpoint.ok) throw new Error(`/actuator/clerk: ${endpoint.status}`)
  const state = json(await endpoint.json())
  screenshot('endpoint', 640, 19 * (state.split('\n').length + 2) + 24, `<style>
    body{margin:0;background:#fff;color:#24292f;font:13px/19px monospace} h2{font:600 13px/19px monospace;margin:0;padding:10px 16px;background:#f6f8fa;border-bottom:1px solid #d0d7de}
    pre{font:inherit;margin:10px 16px} b{font-weight:400;color:#0550ae} i{font-style:normal} .string{color:#0a3069} .number{color:#953800} .boolean,.object{color:#8250df}
    </style><h2>GET /actuator/clerk</h2><pre>${state}</pre>`)
} finally {
  children.forEach((child) => child.kill())
  await sleep(2000)
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
}
