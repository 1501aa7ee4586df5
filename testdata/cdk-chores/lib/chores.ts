import { CustomResource, CustomResourceProvider, CustomResourceProviderRuntime, Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId, Provider } from 'aws-cdk-lib/custom-resources';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import * as path from 'path';

const SOURCE = path.join(__dirname, '..', 'src');

/** Chores of operation: the author's own constructs bear names like those that CDK gives to its helpers. */
export class ChoresStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const cleaner = this.function('LogRetentionCleaner', 'cleaner');
    cleaner.addToRolePolicy(new PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
    const reporter = this.function('LogRetentionReporter', 'reporter');
    const reports = new Bucket(this, 'Reports');
    reports.grantPut(reporter);

    const rooms = new Table(this, 'Rooms', { partitionKey: { name: 'id', type: AttributeType.STRING } });
    this.provided('Custom::Seed', 'seed', { Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' });
    this.provided('Custom::Index', 'index', { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: rooms.tableArn });

    const job = this.function('Job', 'job');
    const provider = new Provider(this, 'Migration', { onEventHandler: job, isCompleteHandler: job });
    new CustomResource(this, 'Migrated', { serviceToken: provider.serviceToken });
    new Trigger(this, 'AfterDeployment', { handler: reporter });

    const call = { service: 'S3', action: 'putObject', physicalResourceId: PhysicalResourceId.of('welcome') };
    new AwsCustomResource(this, 'Wide', {
      onCreate: { ...call, parameters: { Bucket: reports.bucketName, Key: 'a' } },
      policy: AwsCustomResourcePolicy.fromStatements([new PolicyStatement({ actions: ['s3:*'], resources: ['*'] })]),
    });
    new AwsCustomResource(this, 'Narrow', {
      onCreate: { ...call, parameters: { Bucket: reports.bucketName, Key: 'b' } },
      policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: [reports.arnForObjects('b')] }),
    });
  }

  private function(id: string, folder: string): Function {
    return new Function(this, id, {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromAsset(path.join(SOURCE, folder)),
    });
  }

  private provided(type: string, folder: string, statement: { [name: string]: string }): void {
    const serviceToken = CustomResourceProvider.getOrCreate(this, type, {
      codeDirectory: path.join(SOURCE, folder),
      runtime: CustomResourceProviderRuntime.NODEJS_22_X,
      policyStatements: [statement],
    });
    new CustomResource(this, type.slice('Custom::'.length), { resourceType: type, serviceToken });
  }
}
