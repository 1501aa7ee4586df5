// Asks the oracle every request, compares its decision with ours, and shrinks the disagreements.
// usage: node compare.mjs requests.jsonl SHOWN JAVA ARGUMENT… (the command that answers requests line by line)
// exit 1 where a disagreement stays after the rewritings of rewrite.mjs
import {spawn} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {createInterface} from 'node:readline'
import {pathToFileURL} from 'node:url'
import {applying, rewritings, rewritten} from './rewrite.mjs'

const require = createRequire(join(process.cwd(), 'package.json'))
const at = (name, file) => import(pathToFileURL(join(dirname(require.resolve(name)), file)).href)
const root = '@cloud-copilot/iam-simulate'
const {authorize} = await at(root, '../esm/core_engine/CoreSimulatorEngine.js')
const {AwsRequestImpl} = await at(root, '../esm/request/request.js')
const {RequestContextImpl} = await at(root, '../esm/requestContext.js')
const {DiscoveryContextKeyConstraints} = await at(root, '../esm/context_keys/discoveryContextKeyConstraints.js')
const {anonymousPrincipal} = await at(root, '../esm/index.js')
const {loadPolicy} = await import(pathToFileURL(join(dirname(require.resolve('@cloud-copilot/iam-policy')), '../esm/index.js')).href)

const load = (policy, name) => loadPolicy(policy, {name})
const all = (policies, kind) => policies.map((policy, i) => load(policy, kind + i))
const levels = (list, kind) => (list ?? []).map((level, i) => ({orgIdentifier: kind + i, policies: all(level, kind + i + '-')}))

function oracle(line) {
  const {request} = line
  try {
    return authorize({
      request: new AwsRequestImpl(request.principal === 'anonymous' ? anonymousPrincipal : request.principal,
        {resource: request.resource, accountId: request.resourceAccount}, request.action, new RequestContextImpl(request.context)),
      sessionPolicy: line.sessionPolicy ? load(line.sessionPolicy, 'session') : undefined,
      identityPolicies: all(line.identityPolicies, 'identity'),
      serviceControlPolicies: levels(line.scps, 'scp'),
      resourceControlPolicies: (line.rcps ?? []).map((level, i) => ({orgIdentifier: 'rcp' + i, policies: all([FULL_RCP, ...level], 'rcp' + i + '-')})),
      resourcePolicy: line.resourcePolicy ? load(line.resourcePolicy, 'resource') : undefined,
      permissionBoundaries: line.boundary ? all([line.boundary], 'boundary') : undefined,
      vpcEndpointPolicies: line.endpointPolicies ? all(line.endpointPolicies, 'endpoint') : undefined,
      simulationParameters: {simulationMode: 'Strict', discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints([])},
      serviceSettings: {s3: {blockPublicAccess: request.blockPublicAccess}}
    }).result
  } catch (error) {
    return 'threw ' + error.message
  }
}
const FULL_RCP = {Version: '2012-10-17', Statement: [{Effect: 'Allow', Principal: '*', Action: '*', Resource: '*'}]}

const [file, shown, command, ...parameters] = process.argv.slice(2)
const child = spawn(command, parameters, {stdio: ['pipe', 'pipe', 'inherit']})
const waiting = []
createInterface({input: child.stdout}).on('line', line => waiting.shift()(JSON.parse(line)))
const ours = line => new Promise(resolve => { waiting.push(a => resolve(a.decision ?? 'error ' + a.error)); child.stdin.write(JSON.stringify(line) + '\n') })

/** Smaller forms of a request: without a policy, statement, condition, list entry or context key. */
function* smaller(line) {
  const paths = []
  const walk = (node, path) => {
    if (node && typeof node === 'object') for (const key of Object.keys(node)) { paths.push([...path, key]); walk(node[key], [...path, key]) }
  }
  walk(line, [])
  for (const path of paths) {
    if (['id', 'request', 'identityPolicies'].includes(path.at(-1)) && path.length === 1) continue
    if (path[0] === 'request' && path.length < 3) continue
    if (['Version', 'Statement', 'Effect', 'Action', 'Resource', 'NotAction', 'NotResource', 'Principal'].includes(path.at(-1))) continue
    if (['aws:PrincipalArn', 'aws:username'].includes(path.at(-1))) continue
    if (path.includes('Principal') || ['scps', 'rcps'].includes(path.at(-3)) || ['scps', 'rcps'].includes(path.at(-2))) continue
    const copy = structuredClone(line)
    let parent = copy
    for (const key of path.slice(0, -1)) parent = parent[key]
    if (Array.isArray(parent)) { if (parent.length === 1 && typeof parent[0] === 'string') continue; parent.splice(Number(path.at(-1)), 1) } else delete parent[path.at(-1)]
    yield copy
  }
}
async function shrink(line) {
  const a = await ours(line), c = await theirs(line, keys)
  for (let again = true; again;) {
    again = false
    for (const candidate of smaller(line)) {
      if (await theirs(candidate, keys) === c && await ours(candidate) === a) { line = candidate; again = true; break }
    }
  }
  return line
}

const text = JSON.stringify
const keys = Object.keys(rewritings)
const theirs = (line, chosen) => rewritten(line, chosen, async one => oracle(one))

const requests = readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line))
const answers = await Promise.all(requests.map(ours))
const counts = {}, explained = {}, open = {}, slice = {}
/** Keeps short requests of each kind for the slice that DecisionTest asks always: ours and generated, nothing of theirs. */
function keep(kind, line, decision) {
  const one = text({page: 'generated', says: kind, expect: decision, ...line})
  if (one.length < 1000) slice[kind] = [...(slice[kind] ?? []), one].sort((x, y) => x.length - y.length || (x < y ? -1 : 1)).slice(0, 2)
}
let disagreements = 0, unlike = 0
for (const [i, line] of requests.entries()) {
  const a = answers[i], b = oracle(line)
  counts[a] = (counts[a] ?? 0) + 1
  const chosen = applying(line)
  if (chosen.length > 0) {
    // A rewriting that changed the meaning would excuse anything: our own answer must not move either.
    const again = await rewritten(line, chosen, ours)
    if (again !== a) { unlike++; (open[`a rewriting changed our ${a} to ${again}`] ??= []).push([line, chosen]) }
  }
  if (a !== b) disagreements++
  const c = chosen.length > 0 ? await theirs(line, chosen) : b
  if (a !== c) (open[`ours ${a}, theirs ${b}, after the rewritings ${c}`] ??= []).push([line, chosen])
  else if (a !== b) {
    const needed = (await fewest(line, chosen, a)).join(' + ')
    explained[needed] = (explained[needed] ?? 0) + 1
    keep(needed, line, a)
  } else keep(`${line.request.action} ${a}`, line, a)
}

/** The fewest of the rewritings after which the simulator agrees. */
async function fewest(line, chosen, wanted) {
  let kept = [...chosen]
  for (const key of chosen) {
    const fewer = kept.filter(k => k !== key)
    if (await theirs(line, fewer) === wanted) kept = fewer
  }
  return kept
}

console.log(requests.length, 'requests', counts)
console.log(disagreements, 'disagreements; explained, since the simulator agrees after a rewriting that keeps the meaning:')
for (const [name, count] of Object.entries(explained).sort((x, y) => y[1] - x[1])) console.log(String(count).padStart(6), name)
for (const [name, list] of Object.entries(open)) {
  console.log(`UNEXPLAINED ${name}: ${list.length}`)
  const small = []
  for (const [line, chosen] of list.slice(0, 40)) small.push(text(name.startsWith('a rew') ? {chosen, ...line} : await shrink(line)))
  small.sort((x, y) => x.length - y.length).slice(0, Number(shown)).forEach(one => console.log('  ' + one))
}
if (process.env.SLICE) writeFileSync(process.env.SLICE, Object.values(slice).flat().map(one => one + '\n').join(''))
child.stdin.end()
process.exitCode = Object.keys(open).length === 0 ? 0 : 1
