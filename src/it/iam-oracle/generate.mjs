// Writes COUNT random requests with policies, one JSON line each, in the format of `slguard policy simulate`.
// usage: node generate.mjs COUNT SEED > requests.jsonl
const count = Number(process.argv[2] ?? 12000)
let state = (BigInt(process.argv[3] ?? 1) * 0xd1342543de82ef95n + 0x2545f4914f6cdd1dn) & 0xffffffffffffffffn

/** SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same requests everywhere. */
function next() {
  state = (state + 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn
  let z = state
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & 0xffffffffffffffffn
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & 0xffffffffffffffffn
  return Number((z ^ (z >> 31n)) >> 11n) / 2 ** 53
}
const pick = list => list[Math.floor(next() * list.length)]
const chance = p => next() < p
const some = (list, max) => Array.from({length: 1 + Math.floor(next() * max)}, () => pick(list))
const one = list => list.length === 1 && chance(0.5) ? list[0] : list

const HOME = '111111111111', OTHER = '222222222222'
const accounts = [HOME, HOME, HOME, OTHER]
const PROVIDERS = [`arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com`, 'cognito-identity.amazonaws.com', `arn:aws:iam::${HOME}:saml-provider/corp`]
const principals = [
  `arn:aws:iam::${HOME}:user/ann`, `arn:aws:iam::${HOME}:user/dev/bob`,
  `arn:aws:sts::${HOME}:assumed-role/app/s1`, `arn:aws:sts::${HOME}:assumed-role/deep/s2`,
  `arn:aws:sts::${HOME}:assumed-role/app/s1`, `arn:aws:sts::${HOME}:assumed-role/AWSServiceRoleForThing/s3`,
  `arn:aws:sts::${HOME}:federated-user/fed`, `arn:aws:iam::${HOME}:root`, `arn:aws:iam::${OTHER}:user/zoe`,
  `arn:aws:sts::${OTHER}:assumed-role/app/s1`, `arn:aws:sts::${OTHER}:assumed-role/deep/s4`, `arn:aws:sts::${OTHER}:federated-user/fed`, `arn:aws:iam::${OTHER}:root`,
  'events.amazonaws.com', 'lambda.amazonaws.com', 'delivery.logs.amazonaws.com', 'anonymous']
const requests = [
  ['s3:GetObject', ['arn:aws:s3:::data/a/file.txt', 'arn:aws:s3:::data/ann/x', 'arn:aws:s3:::logs/catalog.txt']],
  ['s3:PutObject', ['arn:aws:s3:::data/a/file.txt', 'arn:aws:s3:::data/bob/y']],
  ['s3:ListBucket', ['arn:aws:s3:::data', 'arn:aws:s3:::logs']],
  ['s3:ListAllMyBuckets', ['*']],
  ['s3:GetObjectVersion', ['arn:aws:s3:::data/a/file.txt', 'arn:aws:s3:::data-eu/a b/ü.txt']],
  ['s3:PutBucketPolicy', ['arn:aws:s3:::data']],
  ['s3:DeleteObject', ['arn:aws:s3:::data/a:b/c', 'arn:aws:s3:::data']],
  ['sqs:SendMessage', [`arn:aws:sqs:eu-west-1:${HOME}:orders`, `arn:aws:sqs:us-east-1:${HOME}:orders-dlq`]],
  ['dynamodb:GetItem', [`arn:aws:dynamodb:eu-west-1:${HOME}:table/orders`]],
  ['dynamodb:Query', [`arn:aws:dynamodb:eu-west-1:${HOME}:table/orders/index/by-day`]],
  ['lambda:InvokeFunction', [`arn:aws:lambda:eu-west-1:${HOME}:function:pay`, `arn:aws:lambda:eu-west-1:${HOME}:function:pay:live`]],
  ['iam:PassRole', [`arn:aws:iam::${HOME}:role/app`, `arn:aws:iam::${HOME}:role/path/deep`]],
  ['kms:Decrypt', [`arn:aws:kms:eu-west-1:${HOME}:key/1234abcd`]],
  ['sts:AssumeRole', [`arn:aws:iam::${HOME}:role/app`]],
  ['sts:AssumeRole', [`arn:aws:iam::${HOME}:role/path/deep`]],
  ['sts:AssumeRoleWithWebIdentity', [`arn:aws:iam::${HOME}:role/app`]],
  ['sts:TagSession', [`arn:aws:iam::${HOME}:role/app`]],
  ['sts:GetCallerIdentity', ['*']],
  ['kms:CreateGrant', [`arn:aws:kms:eu-west-1:${HOME}:key/1234abcd`]],
  ['kms:ListKeys', ['*']],
  ['kms:GenerateDataKey', [`arn:aws:kms:eu-west-1:${HOME}:key/1234abcd`, `arn:aws:kms:eu-west-1:${OTHER}:key/9876`]],
  ['kms:CreateAlias', [`arn:aws:kms:eu-west-1:${HOME}:alias/app`]],
  ['sts:SetSourceIdentity', [`arn:aws:iam::${HOME}:role/app`]],
  ['sts:AssumeRole', [`arn:aws:iam::${OTHER}:role/app`]],
  ['sts:AssumeRoleWithSAML', [`arn:aws:iam::${HOME}:role/app`]],
  ['ecr:BatchGetImage', [`arn:aws:ecr:eu-west-1:${HOME}:repository/team/app`]],
  ['events:PutEvents', [`arn:aws:events:eu-west-1:${OTHER}:event-bus/default`]],
  ['dynamodb:PutItem', [`arn:aws:dynamodb:eu-west-1:${OTHER}:table/orders`]],
  ['lambda:InvokeFunctionUrl', [`arn:aws:lambda:eu-west-1:${HOME}:function:pay`]],
  ['sns:Publish', [`arn:aws:sns:eu-west-1:${HOME}:topic`]],
  ['logs:PutLogEvents', [`arn:aws:logs:eu-west-1:${HOME}:log-group:/aws/lambda/pay:log-stream:2026/x`]],
  ['apigateway:GET', ['arn:aws:apigateway:eu-west-1::/restapis/abc']],
  ['execute-api:Invoke', [`arn:aws:execute-api:eu-west-1:${HOME}:abc/prod/GET/pets`]],
  ['s3:GetObject', ['arn:aws-cn:s3:::data/a/file.txt']],
  ['ec2:DescribeInstances', ['*']],
  ['secretsmanager:GetSecretValue', [`arn:aws:secretsmanager:eu-west-1:${HOME}:secret:db-AbCdEf`]]]

const swapCase = text => [...text].map(c => chance(0.5) ? c.toUpperCase() : c.toLowerCase()).join('')
function actionPattern(action) {
  const [service, name] = action.split(':')
  return pick([() => '*', () => action, () => action, () => `${service}:*`,
    () => `${service}:${name.slice(0, 3)}*`, () => `${service}:*${name.slice(-4)}`,
    () => `${service}:${name.slice(0, 2)}?${name.slice(3)}`, () => swapCase(action),
    () => `${service}:Other`, () => pick(requests)[0], () => 's3:Get*', () => `${service}:${name}x`,
    () => pick([`${service[0]}*:${name}`, `*:${name}`, `${service}: ${name}`, `${service}:${name},x`, `${service}:${name.slice(0, -1)}?`, `${service}:*${name[0]}*`, '**', `${service}:\${aws:username}`])])()
}
function resourcePattern(resource, complete) {
  if (resource === '*') return pick(['*', '*', '*', 'arn:aws:s3:::data/*'])
  const fields = resource.split(':')
  const last = fields.slice(5).join(':')
  const head = fields.slice(0, 5).join(':')
  const short = complete ? [() => fields.slice(0, 3).join(':') + ':*', () => fields.slice(0, 4).join(':') + ':*'] : []
  return pick([() => '*', () => '*', () => resource, () => resource, () => `${head}:*`, () => `${head}:${last.slice(0, 2)}*`,
    () => `${head}:*${last.slice(-3)}`, () => `${head}:${last.slice(0, 1)}?${last.slice(2)}`,
    () => [...fields.slice(0, 3), '*', fields[4], last].join(':'), () => [...fields.slice(0, 3), '*', '*', last].join(':'),
    () => [fields[0], '*', ...fields.slice(2, 5), last].join(':'),
    () => `${head}:${last.split(/[/:]/)[0]}/\${aws:username}/*`, () => `${head}:${last.split('/')[0]}/\${aws:PrincipalTag/team, 'a'}/*`,
    () => [fields[0], fields[1], fields[2].slice(0, 1) + '*', ...fields.slice(3, 5), last].join(':'),
    () => [...fields.slice(0, 3), fields[3] && fields[3].slice(0, 2) + '*', fields[4] && '*' + fields[4].slice(3), last].join(':'),
    () => [...fields.slice(0, 3), fields[3] && fields[3].slice(0, -1) + '?', fields[4], last].join(':'),
    () => `${head}:${last.split(/[/:]/)[0]}*\${*}`, () => `${head}:${last.slice(0, -1)}\${?}`, () => `${head}:${last.toUpperCase()}`,
    () => `${head}:\${aws:TagKeys}*`, () => `${head}:\${aws:PrincipalTag/Dept, 'data'}*`, () => `arn:aws:*`,
    () => pick(pick(requests)[1]), () => 'arn:aws:s3:::*log*',
    () => `${head}:${last.split('/')[0]}`, () => `${head}:${last.split('/')[0]}/`, () => `${head}:${last}/*`, () => `${head}:${last.split('/')[0]}*`,
    () => `${head}:\${aws:PrincipalTag/none, '${last.slice(0, 3)}'}*`, () => `${head}:${last.split(/[/:]/)[0]}/\${aws:PrincipalTag/home}/*`, () => `${head}:*\${aws:PrincipalTag/team}*`,
    () => [fields[0], '*', fields[2], '*', '*', '*'].join(':'), () => [...fields.slice(0, 4), '?'.repeat(fields[4].length), last].join(':'), ...short])()
}
const keys = {
  'aws:PrincipalOrgID': ['o-abc', 'o-xyz'], 'aws:SourceIp': ['10.1.2.3', '203.0.113.9', '2001:db8::1'],
  'aws:SecureTransport': ['true', 'false'], 'aws:MultiFactorAuthPresent': ['true', 'false'],
  'aws:MultiFactorAuthAge': ['100', '7200'], 'aws:CurrentTime': ['2026-11-25T10:00:00Z', '2020-01-01T00:00:00Z'],
  'aws:PrincipalTag/team': ['a', 'blue'], 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'],
  'aws:SourceArn': [`arn:aws:events:eu-west-1:${HOME}:rule/r`, 'arn:aws:s3:::data'], 'aws:UserAgent': ['curl/8', 'aws-cli'],
  'aws:SourceVpce': ['vpce-1', 'vpce-2'], 'aws:SourceAccount': [HOME, OTHER], 'aws:ViaAWSService': ['true', 'false'],
  'aws:TokenIssueTime': ['2026-11-25T09:00:00Z', '2019-12-31T23:59:59Z', '1577836800'], 's3:max-keys': ['10', '10.0', '-1'],
  'aws:userid': ['AROAEXAMPLE:s1', 'AIDAEXAMPLE'], 'aws:RequestTag/team': ['a', 'blue', '*'], 'aws:ResourceTag/team': ['a', 'blue'],
  'aws:PrincipalTag/home': ['a', 'ann', 'data/a'], 'aws:SourceIdentity': ['ann', 'bob'], 'sts:ExternalId': ['x-1', 'x-2'], 'sts:RoleSessionName': ['ann', 's1'],
  'kms:ViaService': ['s3.eu-west-1.amazonaws.com', 'sqs.eu-west-1.amazonaws.com'], 'kms:CallerAccount': [HOME, OTHER], 'aws:SourceOrgID': ['o-abc', 'o-xyz'],
  'aws:SourceVpc': ['vpc-1'], 'aws:VpcSourceIp': ['10.0.0.9', 'fd00::9'], 'aws:EpochTime': ['1790000000', '1500000000'], 'aws:PrincipalAccount': [], 'aws:FederatedProvider': ['cognito-identity.amazonaws.com']}
const many = {'aws:TagKeys': ['cost', 'team', 'env'], 'aws:PrincipalOrgPaths': ['o-abc/r-1/ou-1/', 'o-abc/r-1/ou-2/'],
  'aws:CalledVia': ['cloudformation.amazonaws.com', 'athena.amazonaws.com'], 'dynamodb:LeadingKeys': ['ann', 'bob'], 'dynamodb:Attributes': ['id', 'name', 'secret'],
  'aws:SourceOrgPaths': ['o-abc/r-1/ou-1/', 'o-xyz/r-2/']}
function condition() {
  const block = {}
  for (let i = 0; i < (chance(0.2) ? 2 : 1); i++) {
    const [operator, key, value] = chance(0.25) ? setCondition() : plainCondition()
    block[operator] = {...(block[operator] ?? {}), [chance(0.2) ? swapCase(key) : key]: value}
  }
  return block
}
function setCondition() {
  const key = pick(Object.keys(many))
  if (chance(0.08)) return [pick(['ForAllValues:', 'ForAnyValue:']) + pick(['NumericEquals', 'NumericLessThan', 'Bool', 'IpAddress', 'ArnLike', 'ArnNotLike']),
    pick(Object.keys(keys)), pick(['10', 'true', '10.0.0.0/8', 'arn:aws:s3:::*'])]
  if (chance(0.08)) return [pick(['ForAllValues:', 'ForAnyValue:']) + pick(['StringEquals', 'StringLike', 'StringNotLike']), pick(['aws:TagKeys', 'dynamodb:LeadingKeys']),
    one(some(['\${aws:username}', '\${aws:PrincipalTag/team}', "\${aws:PrincipalTag/none, 'cost'}", '\${aws:SourceIdentity}', 't*'], 2))]
  if (chance(0.04)) return [pick(['ForAllValues:', 'ForAnyValue:']) + pick(['DateLessThan', 'DateGreaterThanEquals']), 'aws:CurrentTime', '2026-11-25T10:00:00Z']
  if (chance(0.1)) return [pick(['ForAllValues:', 'ForAnyValue:']) + pick(['StringEquals', 'StringNotEquals']), pick(Object.keys(keys)), pick(['a', 'o-abc', 'true', 'vpce-1'])]
  if (chance(0.1)) return [pick(['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIfExists']), key, one(some(many[key], 2))]
  const operator = pick(['StringEquals', 'StringLike', 'StringNotEquals', 'StringNotLike', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'])
  const value = () => operator.includes('Like') ? pick(many[key]).slice(0, 3) + '*' : pick(many[key])
  return [pick(['ForAllValues:', 'ForAnyValue:']) + operator + (chance(0.15) ? 'IfExists' : ''), key,
    one(Array.from({length: 1 + Math.floor(next() * 2)}, value))]
}
function plainCondition() {
  const ifExists = chance(0.2) ? 'IfExists' : ''
  if (chance(0.1)) return ['Null', pick([...Object.keys(keys), ...Object.keys(many)]), pick(['true', 'false', true, false, ['true', 'false'], 'True'])]
  return pick([
    () => { const key = pick(['aws:PrincipalOrgID', 'aws:PrincipalTag/team', 'aws:RequestedRegion', 'aws:UserAgent', 'aws:SourceVpce'])
      return [pick(['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase']) + ifExists, key, one(some([...keys[key], keys[key][0].toUpperCase(), '*'], 2))] },
    () => { const key = pick(['aws:PrincipalOrgID', 'aws:PrincipalTag/team', 'aws:RequestedRegion', 'aws:UserAgent'])
      return [pick(['StringLike', 'StringNotLike']) + ifExists, key, one(some([keys[key][0], keys[key][1].slice(0, 2) + '*', '*', '?' + keys[key][0].slice(1), '${aws:PrincipalTag/team}'], 2))] },
    () => [pick(['NumericLessThan', 'NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals', 'NumericEquals', 'NumericNotEquals']) + ifExists, 'aws:MultiFactorAuthAge', one(some(['100', '3600', '7200', 100], 2))],
    () => [pick(['DateLessThan', 'DateGreaterThan', 'DateLessThanEquals', 'DateGreaterThanEquals', 'DateEquals', 'DateNotEquals']) + ifExists, 'aws:CurrentTime', one(some(['2024-01-01T00:00:00Z', '2026-11-25T10:00:00Z', '1577836800'], 1))],
    () => [pick(['Bool']) + ifExists, pick(['aws:SecureTransport', 'aws:MultiFactorAuthPresent', 'aws:ViaAWSService', 'aws:PrincipalIsAWSService']), pick(['true', 'false', true, false, 'TRUE', ['true', 'false'], 'yes'])],
    () => [pick(['NumericLessThan', 'NumericNotEquals', 'NumericEquals']) + ifExists, 's3:max-keys', pick(['10', '10.5', 'ten', 10, '\${aws:PrincipalTag/team}'])],
    () => [pick(['DateLessThan', 'DateGreaterThan', 'DateEquals', 'DateNotEquals']) + ifExists, 'aws:TokenIssueTime', pick(['2020-01-01T00:00:00Z', '2026-11-25T09:00:00+00:00', '2026-11-25T11:00:00+02:00', 'never'])],
    () => [pick(['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike']) + ifExists, pick(['aws:SourceAccount', 'aws:userid', 'aws:PrincipalTag/team']),
      one(some([HOME, '\${aws:PrincipalTag/team}', '\${aws:PrincipalTag/team, \'blue\'}', 'AROA*:*', '\${*}', 'A\${*}', '\${aws:userid}', '\${aws:TagKeys}'], 2))],
    () => [pick(['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase']) + ifExists, pick(['aws:RequestTag/team', 'aws:ResourceTag/team', 'AWS:RequestTag/Team']),
      one(some(['a', 'A', 'b*', '\${aws:PrincipalTag/team}', "\${aws:PrincipalTag/none, 'blue'}", '\${aws:ResourceTag/team}', '\${*}'], 2))],
    () => [pick(['StringEquals', 'StringNotEquals']) + ifExists, pick(['sts:ExternalId', 'sts:RoleSessionName', 'aws:SourceIdentity']), pick(['x-1', 'ann', '\${aws:username}', '\${aws:SourceIdentity}'])],
    () => [pick(['StringEquals', 'StringNotEquals', 'StringLike']) + ifExists, pick(['kms:ViaService', 'kms:CallerAccount', 'aws:PrincipalAccount', 'aws:ResourceAccount', 'aws:SourceOrgID']), one(some([HOME, 's3.*.amazonaws.com', 'o-abc', '\${aws:PrincipalAccount}', '\${aws:ResourceAccount}'], 2))],
    () => [pick(['NumericLessThan', 'NumericGreaterThan', 'DateLessThan', 'DateGreaterThan']) + ifExists, 'aws:EpochTime', pick(['1600000000', 1600000000])],
    () => [pick(['IpAddress', 'NotIpAddress']) + ifExists, pick(['aws:SourceIp', 'aws:VpcSourceIp']), one(some(['2001:db8::/33', '2001:DB8:0:0::1/128', 'fd00::/8', '::ffff:10.1.2.3/104', '10.1.2.3/31', '10.0.0.0/7', '128.0.0.0/1'], 2))],
    () => [pick(['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals', 'StringLike', 'StringNotLike']) + ifExists, pick(['aws:PrincipalArn', 'aws:PrincipalArn', 'aws:SourceArn']),
      one(some(['arn:*:iam::*:role/*', 'arn:aws:i?m::*:user/*', `arn:aws:iam::1*:*`, `arn:aws:iam::${HOME}:role/*/deep`, `arn:aws:iam::${OTHER}:*`, `arn:aws:sts::${HOME}:assumed-role/app/*`, 'arn:aws:s3:::*', 'arn:aws:events:??-west-?:*:rule/*', 'arn:aws:iam::*:root', '*'], 2))],
    () => [pick(['Bool', 'BoolIfExists', 'StringEquals', 'StringNotEqualsIfExists']), 'aws:PrincipalIsAWSService', pick(['true', 'false', false])],
    () => [pick(['IpAddress', 'NotIpAddress']) + ifExists, 'aws:SourceIp', pick(['10.1.2.3/33', '::/0', '10.0.0.0/8x', '2001:db8::1', '203.0.113.9/31'])],
    () => ['StringEquals' + ifExists, 'aws:SourceIp', pick(['10.1.2.3', '10.0.0.0/8'])],
    () => [pick(['ArnLike', 'ArnNotLike', 'ArnEquals']) + ifExists, pick(['aws:SourceArn', 'aws:PrincipalArn', 'aws:UserAgent']), pick(['*', 'arn:aws:s3:::*', 'arn:aws:iam::*:role/*', 'arn:aws:events:eu-*:*:rule/?', '\${aws:SourceArn}', 'arn:aws:*', `arn:aws:iam::${HOME}:*`, `arn:aws:iam::${HOME}:user/\${aws:username}`])],
    () => ['BinaryEquals' + ifExists, 'aws:PrincipalTag/team', pick(['a', 'Ymx1ZQ=='])],
    () => [pick(['IpAddress', 'NotIpAddress']) + ifExists, 'aws:SourceIp', one(some(['10.0.0.0/8', '203.0.113.0/24', '10.1.2.3', '2001:db8::/32', '0.0.0.0/0'], 2))],
    () => [pick(['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike']) + ifExists, pick(['aws:SourceArn', 'aws:PrincipalArn']), one(some([`arn:aws:events:*:${HOME}:rule/*`, 'arn:aws:s3:::data', 'arn:aws:s3:::d?ta', `arn:aws:iam::${HOME}:user/*`, `arn:aws:iam::${HOME}:role/app`, 'arn:*:*:*:*:*'], 2))]])()
}
function principalNames(principal) {
  const role = /assumed-role\/([^/]+)/.exec(principal)
  const own = principal === 'anonymous' ? ['*'] : principal.endsWith('.amazonaws.com') ? [principal]
    : role ? [principal, `arn:aws:iam::${principal.split(':')[4]}:role/${role[1] === 'deep' ? 'path/deep' : role[1]}`] : [principal]
  if (PROVIDERS.includes(principal)) return pick([{Federated: principal}, {Federated: principal}, {Federated: PROVIDERS}, {Federated: PROVIDERS[1]}, {AWS: HOME}, '*'])
  const aws = [...own.filter(n => n.startsWith('arn:')), 'AROAEXAMPLEEXAMPLEEX', `arn:aws:iam::${HOME}:role/other/app`, HOME, `arn:aws:iam::${HOME}:root`, OTHER, `arn:aws:iam::${OTHER}:root`, `arn:aws:iam::${HOME}:user/eve`, '*']
  return principal.endsWith('.amazonaws.com')
    ? pick([() => ({Service: principal}), () => ({Service: ['s3.amazonaws.com', principal]}), () => ({Service: 's3.amazonaws.com'}), () => '*'])()
    : pick([() => '*', () => ({AWS: '*'}), () => ({AWS: one(some(aws, 2))}), () => ({AWS: pick(aws)}), () => ({AWS: pick(aws)}), () => ({Service: 's3.amazonaws.com'})])()
}
function statement(kind, action, resource, principal) {
  const s = {Effect: kind === 'rcp' ? 'Deny' : chance(kind === 'identity' ? 0.8 : 0.75) ? 'Allow' : 'Deny'}
  if (chance(0.3)) s.Sid = 'S' + Math.floor(next() * 1000)
  const narrow = s.Effect === 'Deny'
  if (chance(0.12)) s.NotAction = one(some([actionPattern(action), 's3:Delete*', 'iam:*'], 2))
  else s.Action = one(some([actionPattern(action), actionPattern(action), ...(narrow ? ['s3:Delete*'] : [action])], 3))
  if (kind === 'rcp') { delete s.NotAction; s.Action = pick([action, action.split(':')[0] + ':*', 's3:Put*', [action, 'sqs:*']]) }
  if (kind !== 'trust') {
    if (chance(0.1)) s.NotResource = one(some([resourcePattern(resource, kind !== 'resource')], 2))
    else s.Resource = one(some([resourcePattern(resource, kind !== 'resource'), ...(narrow ? [] : [resource])], 2))
  }
  if (kind === 'rcp') s.Principal = '*'
  else if ((kind === 'resource' || kind === 'trust') && chance(0.02)) { /* without Principal it never matches */ }
  else if (kind === 'resource' && chance(0.07)) s.NotPrincipal = notPrincipal(principal)
  else if (kind === 'resource' || kind === 'trust') s.Principal = principalNames(principal)
  else if (kind === 'endpoint') s.Principal = chance(0.7) ? '*' : principalNames(principal)
  if (kind === 'rcp' && chance(0.5)) s.Condition = exemption()
  else if ((kind === 'resource' || kind === 'endpoint') && s.Principal === '*' && chance(0.35)) s.Condition = {[pick(['ArnEquals', 'ArnLike', 'StringEquals', 'ArnNotEquals', 'ArnNotLike'])]: {'aws:PrincipalArn': pick([`arn:aws:iam::${HOME}:role/app`, `arn:aws:iam::${HOME}:role/path/*`, `arn:aws:iam::${OTHER}:role/app`, `arn:aws:iam::${HOME}:user/*`, 'arn:aws:iam::*:*'])}}
  else if (chance(kind === 'identity' ? 0.3 : 0.35)) s.Condition = condition()
  return s
}
/** Whom a resource control policy spares, as data perimeters do: an organization, services, accounts, resources of the caller. */
function exemption() {
  const block = {}
  for (let i = 0; i < (chance(0.6) ? 2 : 1); i++) {
    const [operator, key, value] = pick([['StringNotEqualsIfExists', 'aws:PrincipalOrgID', 'o-abc'], ['BoolIfExists', 'aws:PrincipalIsAWSService', 'false'], ['Bool', 'aws:PrincipalIsAWSService', 'false'],
      ['StringNotEqualsIfExists', 'aws:PrincipalAccount', [HOME, OTHER].slice(0, chance(0.5) ? 1 : 2)], ['StringNotEqualsIfExists', 'aws:SourceOrgID', 'o-abc'], ['Null', 'aws:SourceAccount', 'false'], ['Null', 'aws:PrincipalOrgID', 'true'],
      ['StringNotEqualsIfExists', 'aws:ResourceTag/team', 'blue'], ['ArnNotLikeIfExists', 'aws:PrincipalArn', `arn:aws:iam::${HOME}:role/*`], ['Bool', 'aws:SecureTransport', 'false'], ['StringNotEquals', 'aws:ResourceAccount', '\${aws:PrincipalAccount}']])
    block[operator] = {...(block[operator] ?? {}), [key]: value}
  }
  return block
}
/** Deny with NotPrincipal spares whom it lists in every form, which is what is listed half of the time. */
function notPrincipal(principal) {
  if (principal.endsWith('.amazonaws.com')) return {Service: pick([principal, 's3.amazonaws.com'])}
  const role = /assumed-role\/([^/]+)/.exec(principal), home = principal.split(':')[4] ?? HOME
  const forms = [principal, ...(role ? [`arn:aws:iam::${home}:role/${role[1] === 'deep' ? 'path/deep' : role[1]}`] : []), `arn:aws:iam::${home}:root`].filter(n => n.startsWith('arn:'))
  return {AWS: chance(0.5) && forms.length > 0 ? [...new Set(forms)] : one(some([...forms, `arn:aws:iam::${HOME}:user/eve`, OTHER], 2))}
}
function policy(kind, action, resource, principal) {
  const version = chance(0.92) ? {Version: '2012-10-17'} : chance(0.6) ? {Version: '2008-10-17'} : {}
  return {...version, Statement: Array.from({length: 1 + Math.floor(next() * 3)}, () => statement(kind, action, resource, principal))}
}
const FULL = {Version: '2012-10-17', Statement: [{Effect: 'Allow', Action: '*', Resource: '*'}]}
const levels = (kind, action, resource, principal) => Array.from({length: 1 + Math.floor(next() * 3)}, () =>
  [...(kind === 'scp' && chance(0.6) ? [FULL] : []), policy(kind, action, resource, principal)])
function context(principal, account) {
  const context = {}
  for (const key of Object.keys(keys)) if (keys[key].length > 0 && chance(0.45)) context[key] = pick(keys[key])
  for (const key of Object.keys(many)) if (chance(0.4)) context[key] = chance(0.08) ? [] : some(many[key], 2)
  const role = /assumed-role\/([^/]+)/.exec(principal)
  if (role) context['aws:PrincipalArn'] = `arn:aws:iam::${principal.split(':')[4]}:role/${role[1] === 'deep' ? 'path/deep' : role[1]}`
  else if (principal.startsWith('arn:') && !PROVIDERS.includes(principal)) context['aws:PrincipalArn'] = principal
  if (principal.endsWith('.amazonaws.com') && !PROVIDERS.includes(principal)) context['aws:PrincipalIsAWSService'] = 'true'
  else if (principal.startsWith('arn:') && !PROVIDERS.includes(principal)) context['aws:PrincipalIsAWSService'] = 'false'
  delete context['aws:PrincipalAccount']
  if (principal.startsWith('arn:') && !PROVIDERS.includes(principal)) context['aws:PrincipalAccount'] = principal.split(':')[4]
  context['aws:ResourceAccount'] = account
  if (principal.includes(':user/')) context['aws:username'] = principal.split('/').pop()
  return context
}
for (let id = 0; id < count; id++) {
  const [action, resources] = pick(requests)
  const resource = pick(resources)
  const principal = /^sts:AssumeRoleWith/.test(action) ? pick(PROVIDERS) : pick(principals)
  const owner = resource.split(':')[4]
  const resourceAccount = owner && chance(0.9) ? owner : pick(accounts)
  const stranger = !principal.startsWith('arn:') || PROVIDERS.includes(principal)
  const session = principal.startsWith('arn:aws:sts')
  const line = {id: String(id), request: {action, resource, resourceAccount, principal, context: context(principal, resourceAccount)},
    identityPolicies: stranger || principal.endsWith(':root') ? [] : Array.from({length: Math.floor(next() * 3)}, () => policy('identity', action, resource, principal))}
  if (action.startsWith('s3:') && chance(0.15)) line.request.blockPublicAccess = true
  if (/^sts:(Assume|Tag|Set)/.test(action)) line.resourcePolicy = policy('trust', action, resource, principal)
  else if (stranger || chance(0.5)) line.resourcePolicy = policy('resource', action, resource, principal)
  if (!stranger && !principal.endsWith(':root') && chance(0.25)) line.boundary = policy('identity', action, resource, principal)
  if (session && chance(0.3)) line.sessionPolicy = policy('identity', action, resource, principal)
  if (!stranger && chance(0.3)) line.scps = levels('scp', action, resource, principal)
  if (chance(0.25)) line.rcps = levels('rcp', action, resource, principal)
  if (chance(0.15)) line.endpointPolicies = [policy('endpoint', action, resource, principal)]
  if (chance(0.1)) for (const kind of ['identityPolicies', 'resourcePolicy', 'boundary', 'sessionPolicy']) for (const s of [line[kind] ?? []].flat().flatMap(p => p.Statement)) if (chance(0.3)) s.Action = s.NotAction ? undefined : '*'
  console.log(JSON.stringify(line))
}
