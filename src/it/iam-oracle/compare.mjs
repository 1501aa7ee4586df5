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

/** Errors of the oracle that reference/iam.md names, each with a test of the request; see README.md. */
const known = []

const requests = readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line))
const answers = await Promise.all(requests.map(ours))
const counts = {}, groups = {}
let excused = 0
requests.forEach((line, i) => {
  const a = answers[i], b = oracle(line)
  counts[a] = (counts[a] ?? 0) + 1
  if (a === b) return
  if (known.some(test => test(line, a, b))) excused++
  else (groups[`ours ${a}, theirs ${b}`] ??= []).push([line, a, b])
})
console.log(requests.length, 'requests', counts, excused, 'known errors of the oracle')
for (const [name, list] of Object.entries(groups)) {
  console.log(`${name}: ${list.length}`)
  const seen = new Set()
  for (const [line, a, b] of list.slice(0, 4 * Number(shown))) {
    const small = JSON.stringify(await shrink(line, a, b))
    const shape = small.replace(/"id":"\d+"|"S\d+"/g, '')
    if (!seen.has(shape) && seen.size < Number(shown)) { seen.add(shape); console.log('  ' + small) }
  }
}
child.stdin.end()
process.exitCode = Object.keys(groups).length === 0 ? 0 : 1
