// Compares what slguard expands services to with what `serverless package` (npm serverless 3.40.0) writes for them.
//
//   node src/it/serverless-oracle/compare.mjs [--corpus FOLDER] [--only NAME] [--keep FOLDER] [--classes FOLDER] [--record]
//
// Needs npm and compiled analyzers (mvn -pl analyzers compile, or --classes with a folder of compiled classes). Services:
// the AWS ones of FOLDER/serverless-examples and FOLDER/serverless-patterns (default ../shared/corpus), and those written
// for this test in services/. Each is copied, and the copy repaired where it cannot be packaged offline: missing files get
// stubs, plugins that only build are removed, values that only AWS knows are replaced. Both sides read the same copy. Exit code 1 on any difference or failure.
// --record writes what the framework said of permissions, roles, routes and mappings of the own services to said/, which
// a unit test of the analyzers compares with on every build.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const here = path.dirname(new URL(import.meta.url).pathname);
const project = path.resolve(here, '../../..');
const argument = (name, usual) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : process.argv[at + 1];
};
const corpus = path.resolve(argument('--corpus', path.join(project, '../shared/corpus')));
const only = argument('--only', '');
const work = path.resolve(argument('--keep', fs.mkdtempSync(path.join(os.tmpdir(), 'serverless-oracle-'))));
const PACKAGES = ['serverless@3.40.0', 'serverless-iam-roles-per-function@3.2.0', 'serverless-step-functions@3.28.1'];
const KEPT_PLUGINS = new Set(['serverless-iam-roles-per-function', 'serverless-step-functions']);

function install() {
  const tool = path.join(work, 'tool');
  if (!fs.existsSync(path.join(tool, 'node_modules/serverless'))) {
    fs.mkdirSync(tool, { recursive: true });
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', tool, ...PACKAGES], { stdio: 'ignore' });
  }
  return tool;
}

function servicesIn(folder) {
  const found = [];
  const visit = (at) => {
    for (const entry of fs.readdirSync(at, { withFileTypes: true })) {
      if (entry.isDirectory() && entry.name !== 'node_modules') visit(path.join(at, entry.name));
    }
    const file = ['serverless.yml', 'serverless.yaml', 'serverless.json'].find((n) => fs.existsSync(path.join(at, n)));
    if (file) found.push({ name: path.relative(folder, at) || path.basename(at), folder: at, file });
  };
  if (fs.existsSync(folder)) visit(folder);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isAws = (text) => /^\s*name\s*:\s*['"]?aws['"]?\s*(#.*)?$/m.test(text) || /^provider\s*:\s*aws/m.test(text) || /"name"\s*:\s*"aws"/.test(text);

/** Files and replacements that single services of the corpus need. */
const REPAIRS = {
  'aws-clojure-gradle': { files: { 'build/build.json': '{"distribution":"build/a.zip","version":"1"}', 'build/a.zip': 'stub' } },
  'aws-groovy-gradle': { files: { 'build/build.json': '{"distribution":"build/a.zip","version":"1"}', 'build/a.zip': 'stub' } },
  'aws-node-dynamic-image-resizer': { text: [[/\$\{opt:stage\}/g, '${sls:stage}'], [/^package\s*:[\s\S]*?(?=^[^\s#-]|(?![\s\S]))/m, '']] },
  'aws-node-env-variables-encrypted-in-a-file': { files: { 'secrets.dev.yml': 'SESSION_KEY: a\nEMAIL_SERVICE_API_KEY: b\n' } },
  'aws-node-twitter-joke-bot': { files: { 'dev.env.json': JSON.stringify(Object.fromEntries(['JOKES_API_URL', 'TWITTER_CONSUMER_KEY', 'TWITTER_CONSUMER_SECRET', 'TWITTER_ACCESS_TOKEN_KEY', 'TWITTER_ACCESS_TOKEN_SECRET'].map((key) => [key, 'x']))) } },
  'aws-node-auth0-custom-authorizers-api': { files: { 'secrets.json': '{"AUTH0_CLIENT_ID":"x"}', public_key: 'key' } },
};

/** Makes the copy fit to be packaged offline. */
function repair(copy, file) {
  const at = path.join(copy, file);
  let text = fs.readFileSync(at, 'utf8');
  text = text.replace(/^(frameworkVersion|org|app|tenant|useDotenv|variablesResolutionMode|disabledDeprecations)\s*:.*$/gm, '')
    .replace(/^(\s*)lambdaHashingVersion\s*:.*$/gm, '')
    .replace(/\$\{aws:accountId\}/g, '123456789012').replace(/\$\{aws:region\}/g, 'us-east-1')
    .replace(/\$\{ssm(\([^)]*\))?:[^}]*\}/g, 'from-ssm').replace(/\$\{cf(\([^)]*\))?:[^}]*\}/g, 'from-stack')
    .replace(/\$\{env:[^,}]*\}/g, 'from-env');
  text = text.replace(/^service\s*:\s*\n\s+name\s*:\s*(.+)\n(?:\s+(?!name)\w+\s*:.*\n)*/m, 'service: $1\n')
    .replace(/\$\{construct:[^}]*\}/g, 'from-construct').replace(/self:service\.name/g, 'self:service');
  // Without a stage or region in the file version 3 finds nothing under these names.
  if (!/^\s+stage\s*:/m.test(text)) text = text.replace(/self:provider\.stage/g, 'sls:stage');
  if (!/^\s+region\s*:/m.test(text)) text = text.replace(/self:provider\.region/g, "'us-east-1'");
  text += '\n';
  text = text.replace(/^plugins\s*:[\s\S]*?(?=^[^\s#-]|(?![\s\S]))/m, (block) => {
    const kept = [...block.matchAll(/^\s*-\s*['"]?([\w@/.-]+)/gm)].map((m) => m[1]).filter((n) => KEPT_PLUGINS.has(n));
    return kept.length ? `plugins:\n${kept.map((n) => `  - ${n}\n`).join('')}\n` : '';
  });
  const special = Object.entries(REPAIRS).find(([name]) => copy.endsWith(name))?.[1] ?? {};
  for (const [pattern, replacement] of special.text ?? []) text = text.replace(pattern, replacement);
  for (const [name, content] of Object.entries(special.files ?? {})) {
    fs.mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
    fs.writeFileSync(path.join(copy, name), content);
  }
  if (file.endsWith('.json')) text = fs.readFileSync(at, 'utf8');
  fs.writeFileSync(at, text);
  stubs(copy, text);
}

/** Files that the service refers to and that are not there. */
function stubs(copy, text) {
  for (const [, reference] of text.matchAll(/file\(([^)$]+)\)/g)) {
    const target = path.join(copy, reference.trim());
    if (!fs.existsSync(target) && target.startsWith(copy)) {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, '{}');
    }
  }
  for (const [, artifact] of text.matchAll(/^\s*artifact\s*:\s*['"]?([^\s'"$]+)/gm)) {
    const target = path.join(copy, artifact);
    if (!fs.existsSync(target) && target.startsWith(copy)) {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, 'stub');
    }
  }
  for (const [, handler] of text.matchAll(/handler\s*:\s*['"]?([\w./-]+)/g)) {
    const target = path.join(copy, handler);
    const folder = path.dirname(target);
    if (target.startsWith(copy) && !fs.existsSync(folder)) fs.mkdirSync(folder, { recursive: true });
    if (target.startsWith(copy) && !path.basename(handler).includes('.') && !fs.existsSync(target)) fs.writeFileSync(target, '');
    // A package without any file is an error.
    const module = path.basename(handler).replace(/\.[^.]*$/, '');
    if (target.startsWith(copy) && path.basename(handler).includes('.') && !fs.readdirSync(folder).some((name) => name.startsWith(module))) {
      fs.writeFileSync(path.join(folder, `${module}${/runtime\s*:\s*['"]?python/.test(text) ? '.py' : '.js'}`), '');
    }
  }
}

/** Runs `serverless package`; what it wrote, or the reason why not. */
function packaged(copy, tool) {
  const modules = path.join(copy, 'node_modules');
  if (!fs.existsSync(modules)) fs.symlinkSync(path.join(tool, 'node_modules'), modules);
  const run = spawnSync(process.execPath, [path.join(tool, 'node_modules/serverless/bin/serverless.js'), 'package'], {
    cwd: copy, encoding: 'utf8', timeout: 600000,
    env: { PATH: process.env.PATH, HOME: work, SLS_TELEMETRY_DISABLED: '1', SLS_NOTIFICATIONS_MODE: 'off', CI: '1',
      AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none', SLS_IGNORE_LOCAL: '1' },
  });
  const result = path.join(copy, '.serverless/cloudformation-template-update-stack.json');
  if (!fs.existsSync(result)) {
    const lines = `${run.stdout}${run.stderr}`.split('\n').filter((line) => line.trim());
    const error = lines.findIndex((line) => /Error:/.test(line));
    return { error: lines.slice(Math.max(error, 0), error + 3).join(' ').slice(0, 300) };
  }
  return { template: JSON.parse(fs.readFileSync(result, 'utf8')) };
}

const IGNORED_RESOURCES = /^AWS::(Lambda::Version|ApiGateway::(Model|RequestValidator)|CloudFront::CachePolicy)$/;
const IGNORED_PROPERTIES = {
  'AWS::Lambda::Function': ['Code'],
  'AWS::ApiGateway::Deployment': ['Description', 'StageDescription'],
  'AWS::ApiGateway::Method': ['MethodResponses', 'RequestModels', 'RequestValidatorId'],
  'AWS::ApiGateway::UsagePlan': ['Description'],
  'AWS::Lambda::LayerVersion': ['Content'],
  // The plugin writes the definition as text; here it stays an object, so that its places are kept.
  'AWS::StepFunctions::StateMachine': ['Definition', 'DefinitionString'],
};

function stem(id) {
  return id.replace(/^ApiGatewayDeployment.*$/, 'ApiGatewayDeployment').replace(/^WebsocketsDeployment(?!Stage).*$/, 'WebsocketsDeployment')
    .replace(/(LambdaVersion)[A-Za-z0-9]{20,}$/, '$1');
}

/** A value without order, hashes and the difference between a number and its text. */
function normal(value, key) {
  if (Array.isArray(value)) {
    const items = value.map((item) => normal(item, ''));
    if (key === 'Fn::GetAtt') return [stem(String(value[0])), ...items.slice(1)];
    if (key === 'Fn::Join' || key === 'Fn::Sub') return items;
    return items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (value && typeof value === 'object') {
    if (Object.keys(value).length === 1 && Array.isArray(value['Fn::Join'])) return joined(value['Fn::Join']);
    const sub = value['Fn::Sub'];
    if (Array.isArray(sub) && !Object.keys(sub[1] ?? {}).length) value = { ...value, 'Fn::Sub': sub[0] };
    const result = {};
    // In a policy a text and a list of one are the same.
    for (const name of ['Action', 'NotAction', 'Resource', 'NotResource', 'Service', 'AWS']) {
      if (name in value && !Array.isArray(value[name])) value = { ...value, [name]: [value[name]] };
    }
    for (const name of Object.keys(value).sort()) {
      if (value[name] !== undefined && value[name] !== null) {
        result[name] = name === 'Ref' ? stem(String(value[name])) : normal(value[name], name);
      }
    }
    return result;
  }
  // YAML 1.1 has more spellings of a truth value; slguard keeps what was written.
  return String(value) === 'True' ? 'true' : String(value) === 'False' ? 'false' : String(value);
}

/** A Join whose delimiter is inserted and whose neighbouring texts are one. */
function joined([delimiter, parts]) {
  if (!Array.isArray(parts)) return { 'Fn::Join': [String(delimiter), normal(parts, '')] };
  const all = [];
  const add = (item) => {
    if (typeof item === 'string' && typeof all.at(-1) === 'string') all[all.length - 1] += item;
    else if (item !== '') all.push(item);
  };
  parts.forEach((part, i) => {
    if (i) add(String(delimiter));
    const value = normal(part, '');
    if (value && value['Fn::Join'] && value['Fn::Join'][0] === '') value['Fn::Join'][1].forEach(add);
    else add(value);
  });
  return all.length === 1 ? all[0] : { 'Fn::Join': ['', all] };
}

function resources(template) {
  const result = new Map();
  for (const [id, resource] of Object.entries(template.Resources ?? {})) {
    if (!resource || IGNORED_RESOURCES.test(resource.Type)) continue;
    const properties = { ...(resource.Properties ?? {}) };
    for (const name of IGNORED_PROPERTIES[resource.Type] ?? []) delete properties[name];
    if (properties.Policy === '') delete properties.Policy;
    if (resource.Type === 'AWS::ApiGateway::Method' && properties.Integration) {
      properties.Integration = { ...properties.Integration };
      for (const name of ['RequestTemplates', 'IntegrationResponses']) delete properties.Integration[name];
    }
    if (resource.Type === 'AWS::IAM::Role' && Array.isArray(properties.ManagedPolicyArns) && !properties.ManagedPolicyArns.length) {
      delete properties.ManagedPolicyArns;
    }
    result.set(stem(id), { type: resource.Type, condition: resource.Condition ?? '', properties: normal(properties, '') });
  }
  return result;
}

/** Differences between two normalised values, as paths. */
function differences(theirs, ours, at = '') {
  if (JSON.stringify(theirs) === JSON.stringify(ours)) return [];
  const both = theirs && ours && typeof theirs === 'object' && typeof ours === 'object';
  if (both && Array.isArray(theirs) === Array.isArray(ours)) {
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])];
    return names.flatMap((name) => differences(theirs[name], ours[name], `${at}/${name}`));
  }
  return [`${at}: theirs ${JSON.stringify(theirs)?.slice(0, 300)} ours ${JSON.stringify(ours)?.slice(0, 300)}`];
}

function compare(theirs, ours) {
  const expected = resources(theirs);
  const actual = resources(ours);
  const found = [];
  for (const [id, resource] of expected) {
    if (!actual.has(id)) found.push(`missing ${resource.type} ${id}`);
    else differences(resource, actual.get(id)).forEach((line) => found.push(`${id} (${resource.type})${line}`));
  }
  for (const [id, resource] of actual) if (!expected.has(id)) found.push(`extra ${resource.type} ${id}`);
  return { found, count: expected.size };
}

function expand(copies) {
  const java = process.env.SLGUARD_JAVA_HOME ? path.join(process.env.SLGUARD_JAVA_HOME, 'bin/java')
    : ['/usr/lib/jvm/temurin-25-jdk-amd64/bin/java'].find((file) => fs.existsSync(file)) ?? 'java';
  const repository = path.join(os.homedir(), '.m2/repository/org/yaml/snakeyaml');
  const version = fs.readdirSync(repository).sort().at(-1);
  const classes = [path.resolve(argument('--classes', path.join(project, 'analyzers/target/classes'))), path.join(repository, version, `snakeyaml-${version}.jar`)];
  execFileSync(java, ['-cp', classes.join(path.delimiter), path.join(here, 'Expand.java'), ...copies], { stdio: 'inherit' });
}

const tool = install();
const services = [
  ...['serverless-examples', 'serverless-patterns'].flatMap((name) => servicesIn(path.join(corpus, name))
    .filter((service) => isAws(fs.readFileSync(path.join(service.folder, service.file), 'utf8'))).map((s) => ({ ...s, name: `${name}/${s.name}` }))),
  ...servicesIn(path.join(here, 'services')).map((s) => ({ ...s, name: `own/${s.name}` })),
].filter((service) => service.name.includes(only));
for (const service of services) {
  service.copy = path.join(work, 'copies', service.name.replaceAll('/', '__'));
  const cached = path.join(service.copy, '.serverless/cloudformation-template-update-stack.json');
  const source = path.join(service.folder, service.file);
  if (fs.existsSync(cached) && fs.statSync(cached).mtimeMs > fs.statSync(source).mtimeMs) {
    service.result = { template: JSON.parse(fs.readFileSync(cached, 'utf8')) };
    continue;
  }
  fs.rmSync(service.copy, { recursive: true, force: true });
  fs.cpSync(service.folder, service.copy, { recursive: true });
  execFileSync('chmod', ['-R', 'u+w', service.copy]);
  repair(service.copy, service.file);
  service.result = packaged(service.copy, tool);
}
const SAID = /^AWS::(Lambda::(Permission|EventSourceMapping|Url)|IAM::Role|ApiGateway::(Method|Authorizer)|ApiGatewayV2::(Route|Authorizer)|Events::Rule|Scheduler::Schedule|SNS::Subscription|SQS::QueuePolicy|ElasticLoadBalancingV2::ListenerRule|Logs::SubscriptionFilter)$/;
if (process.argv.includes('--record')) {
  for (const service of services.filter((one) => one.name.startsWith('own/') && one.result.template)) {
    const said = [...resources(service.result.template)].filter(([, resource]) => SAID.test(resource.type))
      .map(([id, resource]) => `${JSON.stringify(id)}: ${JSON.stringify({ type: resource.type, ...resource.properties })}`);
    fs.writeFileSync(path.join(here, 'said', `${service.name.slice(4)}.json`), `{\n${said.join(',\n')}\n}\n`);
  }
}
expand(services.filter((service) => service.result.template).map((service) => service.copy));
let equal = 0;
let unpackaged = 0;
for (const service of services) {
  if (!service.result.template) {
    unpackaged++;
    console.log(`NOT PACKAGED ${service.name}: ${service.result.error}`);
    continue;
  }
  const ours = path.join(service.copy, '.slguard.json');
  const { found, count } = compare(service.result.template, fs.existsSync(ours) ? JSON.parse(fs.readFileSync(ours, 'utf8')) : {});
  if (!found.length) equal++;
  else console.log(`DIFFERENT ${service.name} (${count} resources)\n  ${found.join('\n  ')}`);
}
console.log(`${services.length} services: ${equal} equal, ${services.length - equal - unpackaged} different, ${unpackaged} not packaged`);
process.exitCode = equal + unpackaged === services.length ? 0 : 1;
