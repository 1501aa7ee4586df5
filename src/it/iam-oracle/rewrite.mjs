// Known errors of the simulator. Each has a rewriting that keeps what a request with its policies means under the AWS page
// named, but avoids that one error. A rewriting gives a line, or several lines with the answer that their decisions come to,
// or undefined where it does not apply.
import {readFileSync} from 'node:fs'

const rcpServices = new Set(readFileSync(process.env.RCP_SERVICES, 'utf8').split('\n').filter(l => l && !l.startsWith('#')))
const listed = x => x === undefined ? [] : [x].flat()
const NAMING = ['resourcePolicy', 'rcps', 'endpointPolicies']
/** What stands for a statement that cannot match: one on an action that no request asks for. */
const inert = kind => ({Effect: 'Deny', Action: 'none:None', Resource: '*', ...(NAMING.includes(kind) ? {Principal: '*'} : {})})

/** The statement on an action that no request asks for: it matches nothing, but whether it is public stays as it was. */
const never = ({NotAction, ...rest}) => ({...rest, Action: 'none:None', Resource: '*'})

/** A copy of `line` with each policy or statement changed by `change(item, kind)`. */
function policies(line, change) {
  const walk = (node, kind) => Array.isArray(node) ? node.map(item => walk(item, kind)) : change(node, kind)
  const copy = structuredClone(line)
  for (const kind of ['identityPolicies', 'resourcePolicy', 'boundary', 'sessionPolicy', 'scps', 'rcps', 'endpointPolicies'])
    if (copy[kind]) copy[kind] = walk(copy[kind], kind)
  return copy
}
const statements = (line, change) => policies(line, (policy, kind) => ({...policy,
  Statement: listed(policy.Statement).map(s => change(s, kind, policy) ?? inert(kind))}))
/** A copy with each list of resources changed; a list that becomes empty matches nothing. */
const resources = (line, change) => statements(line, (s, kind, policy) => {
  const key = s.NotResource === undefined ? 'Resource' : 'NotResource'
  if (s[key] === undefined) return s
  const now = listed(s[key]).flatMap(r => change(r, key, kind, policy))
  if (now.length > 0) return {...s, [key]: now}
  if (key === 'Resource') return never(s)
  const {NotResource, ...rest} = s
  return {...rest, Resource: '*'}
})
/** A copy with each list of condition values changed: `change(values, operator, key, policy)`. */
const values = (line, change) => statements(line, (s, kind, policy) => s.Condition === undefined ? s : {...s,
  Condition: Object.fromEntries(Object.entries(s.Condition).map(([operator, keys]) => [operator,
    Object.fromEntries(Object.entries(keys).map(([key, value]) => {
      const before = listed(value), after = change(before, operator, key, policy)
      return [key, JSON.stringify(before) === JSON.stringify(after) ? value : after]
    }))]))})

const contextOf = line => new Map(Object.entries(line.request.context).map(([k, v]) => [k.toLowerCase(), listed(v)]))
/** Whether the pattern has a variable without default whose key the request does not have exactly once. */
const lost = (text, context) => [...String(text).matchAll(/\$\{([^}]*)\}/g)].some(([, inside]) =>
  !['*', '?', '$'].includes(inside) && ((context.get(inside.split(',')[0].trim().toLowerCase()) ?? []).length !== 1)
  && !(inside.includes(',') && !context.has(inside.split(',')[0].trim().toLowerCase())))
const who = line => line.request.principal
const session = line => /^arn:aws:sts::(\d+):assumed-role\/([^/]+)\//.exec(who(line))
const account = line => who(line).split(':')[4]

const isProvider = line => /:(oidc|saml)-provider\//.test(who(line))

/** How a Principal element names the caller: itself, its role, its account, or everybody. */
function names(principal, line) {
  if (principal === '*') return 'direct'
  const self = who(line), role = session(line)?.[2]
  let best
  for (const [kind, list] of Object.entries(principal ?? {})) for (const name of listed(list)) {
    if (kind === 'AWS' && (name === '*' || name === self) || kind !== 'AWS' && name === self) return 'direct'
    if (kind === 'AWS' && self.startsWith('arn:')) {
      if (role && name.startsWith(`arn:aws:iam::${account(line)}:role/`) && name.split('/').pop() === role) best = 'role'
      else if (name === account(line) || name === `arn:aws:iam::${account(line)}:root`) best ??= 'account'
    }
  }
  return best
}
const WIDE = {Effect: 'Allow', Action: '*', Resource: '*'}

export const rewritings = {
  'RCPs deny in every service': line => line.rcps && !rcpServices.has(line.request.action.split(':')[0])
    ? {...line, rcps: undefined} : undefined,

  'SCPs and RCPs bind service-linked roles': line => session(line)?.[2].startsWith('AWSServiceRoleFor')
    ? {...line, scps: undefined, rcps: undefined} : undefined,

  'variables are replaced under Version 2008-10-17 too': line => {
    const escape = text => typeof text === 'string' ? text.replaceAll('${', '${$}{') : text
    const old = policy => policy.Version !== '2012-10-17'
    const escaped = values(resources(line, (r, key, kind, policy) => old(policy) ? [escape(r)] : [r]),
      (list, operator, key, policy) => old(policy) && /String|Arn|Bool|Binary/i.test(operator) ? list.map(escape) : list)
    return policies(escaped, policy => old(policy) ? {...policy, Version: '2012-10-17'} : policy)
  },

  'a variable without value makes NotResource and negated operators fail': line => {
    const context = contextOf(line)
    const unset = resources(line, (r, key, kind, policy) => key === 'NotResource' && policy.Version === '2012-10-17' && lost(r, context) ? [] : [r])
    return values(unset, (list, operator, key, policy) => {
      if (policy.Version !== '2012-10-17' || !/(String|Arn)Not/i.test(operator)) return list
      const kept = list.filter(v => !lost(v, context))
      return kept.length > 0 ? kept : [/Arn/i.test(operator) ? 'arn:aws:none:::nothing' : 'no-such-value']
    })
  },

  'a wildcard in the service segment matches': line => resources(line, r => /^arn:[^:]*:[^:]*[*?]/.test(r) ? [] : [r]),

  'sts:GetCallerIdentity needs a permission': line => line.request.action === 'sts:GetCallerIdentity' && who(line) !== 'anonymous'
    ? {id: line.id, request: line.request, identityPolicies: [{Version: '2012-10-17', Statement: [WIDE]}]} : undefined,

  'the root user needs identity policies': line => who(line).endsWith(':root')
    ? {...line, identityPolicies: [{Version: '2012-10-17', Statement: [WIDE]}]} : undefined,

  'the root user assumes roles': line => who(line).endsWith(':root') && /^sts:(AssumeRole|TagSession|SetSourceIdentity)$/.test(line.request.action)
    ? {id: line.id, request: line.request, identityPolicies: []} : undefined,

  'the policy of a bucket locks the root of its account out of itself': line => who(line).endsWith(':root') && /^s3:(Get|Put|Delete)BucketPolicy$/.test(line.request.action)
    && line.request.resourceAccount === account(line) ? statements(line, (s, kind) => kind === 'resourcePolicy' && s.Effect === 'Deny' ? undefined : s) : undefined,

  'block public access is an explicit denial': line => line.request.blockPublicAccess ? {
    lines: [line, {...line, request: {...line.request, blockPublicAccess: undefined}}],
    answer: ([blocked, open]) => blocked === 'Allowed' || open === 'ExplicitlyDenied' ? blocked : 'ImplicitlyDenied'} : undefined,

  'a text test of aws:SourceIp leaves a statement public': line => line.request.blockPublicAccess ? statements(line, (s, kind) => {
    if (kind !== 'resourcePolicy' || s.Effect !== 'Allow') return s
    const [operator, tests] = Object.entries(s.Condition ?? {}).find(([o, t]) => o === 'StringEquals' && Object.keys(t).some(k => k.toLowerCase() === 'aws:sourceip')) ?? []
    if (operator === undefined) return s
    const key = Object.keys(tests).find(k => k.toLowerCase() === 'aws:sourceip'), bare = listed(tests[key]).filter(v => !v.includes('/'))
    if (bare.length === 0) return undefined
    const {[key]: gone, ...others} = tests, {StringEquals, IpAddress, ...rest} = s.Condition
    return {...s, Condition: {...rest, ...(Object.keys(others).length > 0 ? {StringEquals: others} : {}), IpAddress: {...IpAddress, [key]: bare}}}
  }) : undefined,

  'sts:SetSourceIdentity needs no trust policy': line => {
    if (line.request.action !== 'sts:SetSourceIdentity') return undefined
    const meets = pattern => new RegExp('^' + [...pattern].map(c => c === '*' ? '.*' : c === '?' ? '.' : c.replace(/[^\w]/, '\\$&')).join('') + '$', 'i').test('sts:SetSourceIdentity')
      && /^(\*+|sts:.*)$/i.test(pattern)
    const renamed = list => listed(list).map(a => a.includes('${') || !meets(a) ? 'none:None' : 'sts:AssumeRole')
    const copy = statements(line, s => s.NotAction !== undefined ? {...s, NotAction: renamed(s.NotAction)} : {...s, Action: renamed(s.Action)})
    return {...copy, request: {...copy.request, action: 'sts:AssumeRole'}}
  },

  'a variable before the first slash is not replaced beside a wildcard': line => {
    const context = contextOf(line)
    return resources(line, (r, key, kind, policy) => {
      if (policy.Version !== '2012-10-17' || !r.startsWith('arn:')) return [r]
      const fields = r.split(/:(?![^{]*\})/), head = fields.slice(0, 5).join(':')
      if (fields.length < 6) return [r]
      const last = r.slice(head.length + 1)
      return [head + ':' + last.replace(/\$\{([\w:/]+)(?:, '([^']*)')?\}/g, (all, name, other) => {
        const found = context.get(name.toLowerCase())
        const value = found === undefined ? other : found.length === 1 ? found[0] : undefined
        return value === undefined ? all : value.replace(/[*?$]/g, '${$&}')
      })]
    })
  },

  '${*} is no star in text comparisons': line => values(line, (list, operator, key, policy) => policy.Version === '2012-10-17'
    && /^(ForA\w+:)?String(Not)?Equals(IgnoreCase)?(IfExists)?$/i.test(operator) ? list.map(v => typeof v === 'string' ? v.replace(/\$\{([*?])\}/g, '$1') : v) : list),

  'a * in the resource part does not span colons': line => {
    const last = text => text.split(':').slice(5).join(':')
    const wanted = last(line.request.resource)
    if (!wanted.includes(':')) return undefined
    const meets = pattern => new RegExp('^' + [...pattern].map(c => c === '*' ? '.*' : c === '?' ? '.' : c.replace(/[^\w]/, '\\$&')).join('') + '$').test(wanted)
    return resources(line, r => last(r) === '' || r.includes('${') || !/[*?]/.test(last(r)) ? [r]
      : meets(last(r)) ? [r.split(':').slice(0, 5).join(':') + ':' + wanted] : [])
  },

  // AWS is silent on one value of a key that can have several; a list of one is here taken for the value, as in slguard.
  'a list of one value fails without set operator': line => {
    const copy = structuredClone(line)
    for (const [key, value] of Object.entries(copy.request.context)) if (Array.isArray(value) && value.length === 1) copy.request.context[key] = value[0]
    return copy
  },

  'Deny with NotPrincipal spares whom it does not list in every form': line => statements(line, s => {
    if (s.Effect !== 'Deny' || s.NotPrincipal === undefined || !who(line).startsWith('arn:') || isProvider(line)) return s
    const list = listed(s.NotPrincipal.AWS), role = session(line)?.[2]
    const home = list.some(n => n === account(line) || n === `arn:aws:iam::${account(line)}:root`)
    const spared = !line.boundary && home && (who(line).endsWith(':root') || list.includes(who(line))
      && (!role || list.some(n => n.startsWith(`arn:aws:iam::${account(line)}:role/`) && n.split('/').pop() === role)))
    const {NotPrincipal, ...rest} = s
    return spared ? undefined : {...rest, Principal: '*'}
  }),

  'an account names its identity providers': line => isProvider(line) ? statements(line, s =>
    s.Principal?.AWS !== undefined && !listed(s.Principal.AWS).includes('*') ? undefined : s) : undefined,

  'a variable that stands for a whole ARN is no ARN': line => {
    const context = contextOf(line)
    return values(line, (list, operator, key, policy) => policy.Version !== '2012-10-17' || !/Arn/i.test(operator) ? list : list.map(v => {
      const [, name] = /^\$\{([\w:]+)\}$/.exec(v) ?? []
      const found = context.get(name?.toLowerCase()) ?? []
      return found.length === 1 ? found[0].replace(/[*?$]/g, '${$&}') : v
    }))
  },

  'resource * is matched by any ARN': line => line.request.resource === '*' ? resources(line, r => /^\*+$/.test(r) ? [r] : []) : undefined,

  '? in the part before the first slash matches nothing': line => {
    const letters = [...new Set(line.request.resource)]
    const spelled = r => {
      const head = r.split(':').slice(0, 5).join(':').length, at = r.indexOf('?', head + 1)
      return at < 0 || at < head || r.split('?').length > 3 || r.startsWith('*') ? [r]
        : letters.flatMap(c => spelled(r.slice(0, at) + c + r.slice(at + 1)))
    }
    return line.request.resource === '*' ? undefined : resources(line, r => spelled(r.replaceAll('${?}', '\u0001')).map(x => x.replaceAll('\u0001', '${?}')))
  },

  'a final * of a short ARN matches nothing in a resource, RCP or endpoint policy': line => resources(line, (r, key, kind) =>
    NAMING.includes(kind) && /^arn:.*:\*$/.test(r) && r.split(':').length < 6 ? [r + ':*'.repeat(6 - r.split(':').length)] : [r]),

  'a number as date is milliseconds': written => {
    // aws:EpochTime is a number too: its dates are compared as numbers.
    const line = statements(written, s => {
      if (s.Condition === undefined) return s
      const block = {}
      for (const [operator, tests] of Object.entries(s.Condition)) for (const [key, value] of Object.entries(tests)) {
        const numeric = /Date/i.test(operator) && /^aws:epochtime$/i.test(key) && listed(value).every(v => /^\d+$/.test(String(v)))
        const now = numeric ? operator.replace(/Date/i, 'Numeric') : operator
        block[now] = {...block[now], [key]: value}
      }
      return {...s, Condition: block}
    })
    const iso = v => /^\d{9,11}$/.test(String(v)) ? new Date(Number(v) * 1000).toISOString() : v
    const copy = values(line, (list, operator) => /Date/i.test(operator) ? list.map(iso) : list)
    for (const key of ['aws:CurrentTime', 'aws:TokenIssueTime']) if (copy.request.context[key]) copy.request.context[key] = iso(copy.request.context[key])
    return copy
  },

  'range 0.0.0.0/0 holds no address': line => values(line, list => list.flatMap(v =>
    v === '0.0.0.0/0' ? ['0.0.0.0/1', '128.0.0.0/1'] : v === '::/0' ? ['::/1', '8000::/1'] : [v])),

  'NotIpAddress of a bare address is false for a caller of the other family': line => values(line, (list, operator) =>
    /IpAddress/i.test(operator) ? list.map(v => /^[\d.]+$/.test(v) ? v + '/32' : /^[\da-f:]+$/.test(v) ? v + '/128' : v) : list),

  'the Principal of an endpoint policy is not looked at': line => line.endpointPolicies ? statements(line, (s, kind) =>
    kind !== 'endpointPolicies' || s.Principal === undefined ? s : names(s.Principal, line) ? {...s, Principal: '*'} : undefined) : undefined,

  // Last, since it asks twice: what the resource gives the session itself, and what it is given in other ways.
  'a session policy limits what a resource policy gives to the session': line => {
    if (!line.sessionPolicy || !line.resourcePolicy || !who(line).startsWith('arn:aws:sts:') || line.request.resourceAccount !== account(line)) return undefined
    const given = grants => statements(line, (s, kind) => kind === 'resourcePolicy' && s.Effect === 'Allow' && (s.NotPrincipal !== undefined || names(s.Principal, line) === 'direct') !== grants ? undefined : s)
    const direct = given(true)
    direct.identityPolicies = direct.identityPolicies.map(p => ({...p, Statement: listed(p.Statement).filter(s => s.Effect === 'Deny')})).filter(p => p.Statement.length > 0)
    direct.sessionPolicy = {...direct.sessionPolicy, Statement: [WIDE, ...listed(direct.sessionPolicy.Statement).filter(s => s.Effect === 'Deny')]}
    return {lines: [direct, given(false)], answer: best}
  },
}
const ORDER = ['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied']
const best = answers => ORDER.find(decision => answers.includes(decision)) ?? answers[0]

/** The rewritings that change something in `line`. */
export const applying = line => Object.keys(rewritings).filter(key => {
  const {lines, answer} = read(rewritings[key], line)
  return answer !== undefined || JSON.stringify(lines[0]) !== JSON.stringify(line)
})
const read = (rewriting, line) => {
  const made = rewriting(line)
  return made === undefined ? {lines: [line]} : made.lines ? made : {lines: [made]}
}

/** What `decide(line)` answers after the rewritings of `keys`, in the order above. */
export async function rewritten(line, keys, decide) {
  if (keys.length === 0) return decide(line)
  const {lines, answer} = read(rewritings[keys[0]], line)
  const answers = await Promise.all(lines.map(one => rewritten(one, keys.slice(1), decide)))
  return answer === undefined ? answers[0] : answer(answers)
}
