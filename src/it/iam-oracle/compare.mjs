// Asks the oracle every request, compares its decision with ours, and shrinks the disagreements.
// usage: node compare.mjs requests.jsonl SHOWN JAVA ARGUMENT… (the command that answers requests line by line)
// exit 1 where a disagreement is not one of the oracle's known errors
import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {createInterface} from 'node:readline'
import {pathToFileURL} from 'node:url'

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
async function shrink(line, a, b) {
  for (let again = true; again;) {
    again = false
    for (const candidate of smaller(line)) {
      if (oracle(candidate) === b && await ours(candidate) === a) { line = candidate; again = true; break }
    }
  }
  return line
}

const rcpServices = new Set(readFileSync(process.env.RCP_SERVICES, 'utf8').split('\n').filter(l => l && !l.startsWith('#')))
const text = JSON.stringify
const statements = line => ['identityPolicies', 'resourcePolicy', 'boundary', 'sessionPolicy', 'scps', 'rcps', 'endpointPolicies']
  .flatMap(kind => [line[kind] ?? []].flat(3).flatMap(policy => policy.Statement.map(s => [kind, s])))
const resources = s => [s.Resource ?? s.NotResource ?? []].flat()
const any = (line, test) => statements(line).some(([kind, s]) => test(s, kind))

/** Errors of the oracle, each with a test of the shrunk request; README.md says on which AWS page. */
const known = {
  'RCP on a service that RCPs do not bind': line => line.rcps && !rcpServices.has(line.request.action.split(':')[0]),
  '? before the first slash of a resource': line => any(line, s => resources(s).some(r => r.split(':').slice(5).join(':').split('/')[0].includes('?'))),
  'final * of a short ARN in a resource policy, RCP or endpoint policy': line => any(line, (s, kind) =>
    ['rcps', 'endpointPolicies', 'resourcePolicy'].includes(kind) && resources(s).some(r => r.endsWith('*') && r !== '*' && r.split(':').length < 6)),
  'epoch seconds compared with ISO dates': line => /"Date[^}]*"\d{10}"/.test(text(line)),
  'address range /0': line => text(line).includes('0.0.0.0/0'),
  'NotIpAddress of a bare v4 address against a v6 caller': line => /NotIpAddress/.test(text(line)) && /"10\.1\.2\.3"/.test(text(line)) && /"2001:db8::1"/.test(text(line)),
  'resource * matched by any ARN': line => line.request.resource === '*' && any(line, s => resources(s).some(r => r !== '*')),
  'variable without value in NotResource': line => any(line, s => [s.NotResource ?? []].flat().some(r => r.includes('${'))),
  'variable without value under a negated operator': line => any(line, s => /Not(Like|Equals)/.test(text(s.Condition ?? {})) && text(s.Condition ?? {}).includes('${')),
  'Principal of an endpoint policy is ignored': line => (line.endpointPolicies ?? []).some(p => p.Statement.some(s => text(s.Principal) !== '"*"')),
  'session policy against a resource policy that names the session': line => line.sessionPolicy && line.resourcePolicy,
}

const requests = readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line))
const answers = await Promise.all(requests.map(ours))
const counts = {}, groups = {}
requests.forEach((line, i) => {
  const a = answers[i], b = oracle(line)
  counts[a] = (counts[a] ?? 0) + 1
  if (a === b) return
  ;(groups[`ours ${a}, theirs ${b}`] ??= []).push([line, a, b])
})
console.log(requests.length, 'requests', counts)
const excused = {}, open = {}
for (const [name, list] of Object.entries(groups)) {
  for (const [line, a, b] of list) {
    const small = await shrink(line, a, b)
    const error = Object.keys(known).find(key => known[key](small))
    if (error) excused[error] = (excused[error] ?? 0) + 1
    else (open[name] ??= []).push(text(small))
  }
}
console.log('known errors of the oracle', excused)
for (const [name, list] of Object.entries(open)) {
  console.log(`${name}: ${list.length}`)
  list.sort((a, b) => a.length - b.length).slice(0, Number(shown)).forEach(small => console.log('  ' + small))
}
child.stdin.end()
process.exitCode = Object.keys(open).length === 0 ? 0 : 1
