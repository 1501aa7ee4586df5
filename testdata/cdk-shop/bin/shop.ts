import { App } from 'aws-cdk-lib';
import { ShopStack } from '../lib/shop';

const app = new App();
new ShopStack(app, 'Shop', { env: { region: 'eu-west-1' } });
app.synth();
