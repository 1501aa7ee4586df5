import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AuthorizationType, LambdaIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, EventType } from 'aws-cdk-lib/aws-s3';
import { LambdaDestination } from 'aws-cdk-lib/aws-s3-notifications';
import { Construct } from 'constructs';
import * as path from 'path';

const SOURCE = path.join(__dirname, '..', 'src');

/** Tickets with attachments; the search is open in Beta only. */
export class TicketsStack extends Stack {
  constructor(scope: Construct, id: string, production: boolean) {
    super(scope, id);
    const attachments = new Bucket(this, 'Attachments', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });
    const search = new NodejsFunction(this, 'Search', {
      runtime: Runtime.NODEJS_22_X,
      entry: path.join(SOURCE, 'search.ts'),
      bundling: { sourceMap: true, minify: true },
      environment: { BUCKET: attachments.bucketName },
      logRetention: RetentionDays.ONE_MONTH,
    });
    attachments.grantRead(search);
    const scanner = new Function(this, 'Scanner', {
      runtime: Runtime.PYTHON_3_13,
      handler: 'scanner.handler',
      code: Code.fromAsset(path.join(SOURCE, 'scanner')),
    });
    attachments.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(scanner));
    const api = new RestApi(this, 'Api');
    api.root.addResource('search').addMethod('GET', new LambdaIntegration(search), {
      authorizationType: production ? AuthorizationType.IAM : AuthorizationType.NONE,
    });
  }
}
