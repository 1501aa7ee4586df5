import { Duration, NestedStack, Stack, StackProps } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Code, Function, FunctionUrlAuthType, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import * as path from 'path';

/** Reports are made in a stack of their own. */
class ReportStack extends NestedStack {
  constructor(scope: Construct, id: string, files: Bucket) {
    super(scope, id);
    const jobs = new Queue(this, 'Jobs');
    const report = new Function(this, 'Report', {
      runtime: Runtime.PYTHON_3_13,
      handler: 'app.handler',
      code: Code.fromAsset(path.join(__dirname, '..', 'src', 'report')),
      environment: { BUCKET: files.bucketName },
    });
    report.addEventSource(new SqsEventSource(jobs));
    files.grantReadWrite(report);
  }
}

export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const files = new Bucket(this, 'Files', {
      blockPublicAccess: new BlockPublicAccess({ blockPublicAcls: false, blockPublicPolicy: false, ignorePublicAcls: false, restrictPublicBuckets: false }),
    });
    const orders = new NodejsFunction(this, 'Orders', {
      runtime: Runtime.NODEJS_22_X,
      entry: path.join(__dirname, '..', 'src', 'orders.ts'),
      timeout: Duration.seconds(10),
      environment: { BUCKET: files.bucketName },
    });
    orders.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
    orders.addToRolePolicy(new PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
    new ReportStack(this, 'Reports', files);
  }
}
