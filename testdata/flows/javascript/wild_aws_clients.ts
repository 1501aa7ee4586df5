import { DynamoDBClient, ExecuteStatementCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand, ScanCommand, PutCommand, UpdateCommand, GetCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";
import { S3Client, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { Upload } from "@aws-sdk/lib-storage";
import { STSClient, AssumeRoleCommand } from "@aws-sdk/client-sts";
import { LambdaClient, InvokeCommand } from "@aws-sdk/client-lambda";
import { SQS } from "@aws-sdk/client-sqs";
import { AthenaClient, StartQueryExecutionCommand } from "@aws-sdk/client-athena";
import { SSMClient, GetParameterCommand, SendCommandCommand } from "@aws-sdk/client-ssm";
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
import AWS from "aws-sdk";

const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
const TableName = process.env.TABLE!;
const s3 = new S3Client({ region: process.env.AWS_REGION });

export const dynamodb = async (event: any) => {
  const body = JSON.parse(event.body);
  await dynamo.send(new GetCommand({ TableName, Key: { pk: body.id } })); // slguard:safe
  await dynamo.send(new QueryCommand({ TableName, ...body.query })); // slguard:expect nosql-injection, tainted-aws-resource
  await dynamo.send(
    new ScanCommand({
      TableName,
      FilterExpression: `${body.field} = :v`, // slguard:expect nosql-injection
      ExpressionAttributeValues: { ":v": body.value },
    }),
  );
  const names: Record<string, string> = {};
  const sets = Object.keys(body.changes).map((_key, i) => `#f${i} = :v${i}`);
  Object.keys(body.changes).forEach((_key, i) => (names[`#f${i}`] = ["name", "mail", "city"][i]));
  await dynamo.send(
    new UpdateCommand({
      TableName,
      Key: { pk: body.id },
      UpdateExpression: `SET ${sets.join(", ")}`, // slguard:safe
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: body.values,
    }),
  );
  await dynamo.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM "t" WHERE pk = '${body.id}'` })); // slguard:expect sql-injection
  await dynamo.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM "${TableName}" WHERE pk = ?`, Parameters: [{ S: body.id }] })); // slguard:safe
  for await (const page of paginateQuery({ client: dynamo }, { TableName, KeyConditionExpression: "pk = :p", ExpressionAttributeValues: { ":p": body.id } })) { // slguard:safe
    void page.Count;
  }
};

export const objects = async (event: any) => {
  const { key, bucket } = event.queryStringParameters;
  await s3.send(new GetObjectCommand({ Bucket: bucket, Key: "fixed" })); // slguard:expect tainted-aws-resource
  await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: `users/${Number(key)}` })); // slguard:safe
  const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket: process.env.BUCKET, Key: key }), { expiresIn: 60 }); // slguard:expect tainted-aws-resource
  await new Upload({ client: s3, params: { Bucket: bucket, Key: "x", Body: event.body } }).done(); // slguard:expect tainted-aws-resource
  return { statusCode: 200, body: JSON.stringify({ url }) };
};

export const others = async (event: any) => {
  const body = JSON.parse(event.body);
  await new STSClient({}).send(new AssumeRoleCommand({ RoleArn: body.role, RoleSessionName: "s" })); // slguard:expect tainted-aws-resource
  await new STSClient({}).send(new AssumeRoleCommand({ RoleArn: process.env.ROLE, RoleSessionName: body.session })); // slguard:safe
  await new LambdaClient({}).send(new InvokeCommand({ FunctionName: `job-${body.job}` })); // slguard:expect tainted-aws-resource
  await new LambdaClient({}).send(new InvokeCommand({ FunctionName: process.env.FN, Payload: JSON.stringify(body) })); // slguard:safe
  await new SQS({}).sendMessage({ QueueUrl: body.queue, MessageBody: "x" }); // slguard:expect tainted-aws-resource
  await new SQS({}).sendMessage({ QueueUrl: process.env.QUEUE, MessageBody: body.text }); // slguard:safe
  await new AthenaClient({}).send(new StartQueryExecutionCommand({ QueryString: `select * from logs where day = '${body.day}'` })); // slguard:expect sql-injection
  await new AthenaClient({}).send(new StartQueryExecutionCommand({ QueryString: "select * from logs where day = ?", ExecutionParameters: [body.day] })); // slguard:safe
  await new SSMClient({}).send(new GetParameterCommand({ Name: body.name })); // slguard:expect tainted-aws-resource
  await new SSMClient({}).send(new SendCommandCommand({ DocumentName: "AWS-RunShellScript", Parameters: { commands: [`echo ${body.x}`] } })); // slguard:expect command-injection
  await new SESv2Client({}).send(
    new SendEmailCommand({
      FromEmailAddress: "shop@example.com",
      Destination: { ToAddresses: ["team@example.com"] },
      Content: { Simple: { Subject: { Data: body.subject }, Body: { Html: { Data: `<p>${body.text}</p>` } } } }, // slguard:expect html-mail-injection
    }),
  );
  const answer = await new BedrockRuntimeClient({}).send(
    new ConverseCommand({ modelId: "anthropic.claude", messages: [{ role: "user", content: [{ text: body.question }] }] }),
  );
  eval(answer.output!.message!.content![0].text!); // slguard:expect code-injection
};

const documents = new AWS.DynamoDB.DocumentClient();
const s3v2 = new AWS.S3({ signatureVersion: "v4" });
export const version2 = async (event: any) => {
  const { table, id, key } = event.pathParameters;
  await documents.get({ TableName: table, Key: { id } }).promise(); // slguard:expect tainted-aws-resource
  await documents.get({ TableName: "orders", Key: { id } }).promise(); // slguard:safe
  await documents.query({ TableName: "orders", KeyConditionExpression: "id = " + id }).promise(); // slguard:expect nosql-injection
  const url = s3v2.getSignedUrl("getObject", { Bucket: "files", Key: key }); // slguard:expect tainted-aws-resource
  new AWS.Lambda().invoke({ FunctionName: event.pathParameters.fn }, (error, data) => error ?? data); // slguard:expect tainted-aws-resource
  return { statusCode: 200, body: url };
};
