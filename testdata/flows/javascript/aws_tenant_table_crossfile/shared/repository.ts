import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export class Repository {
  constructor(private readonly table: string) {}

  async find(id: string) {
    const { Item } = await documents.send(
      new GetCommand({
        TableName: this.table, // slguard:expect tainted-aws-resource
        Key: { id },
      }),
    );
    return Item;
  }
}

export class OrderRepository {
  constructor(private readonly table: string) {}

  remove(id: string) {
    return documents.send(new DeleteCommand({ TableName: this.table, Key: { id } })); // slguard:safe
  }
}
