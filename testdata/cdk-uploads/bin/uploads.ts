import { App } from 'aws-cdk-lib';
import { UploadsStack } from '../lib/uploads';

const app = new App();
new UploadsStack(app, 'Uploads');
app.synth();
