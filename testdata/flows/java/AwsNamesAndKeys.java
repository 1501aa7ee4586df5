import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import com.amazonaws.services.s3.model.S3Object;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

// slguard:trigger REST_API
public class AwsNamesAndKeys implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final AmazonS3 s3 = AmazonS3ClientBuilder.defaultClient();
  private final DynamoDbClient dynamo = DynamoDbClient.builder().build();
  private final RdsDataClient rds = RdsDataClient.create();
  private final AthenaClient athena = AthenaClient.create();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    Map<String, String> path = event.getPathParameters();
    String tenant = path.get("tenant");
    String id = path.get("id");
    rds.executeStatement(b -> b.resourceArn(System.getenv("CLUSTER")).secretArn(System.getenv("SECRET")).sql("select * from t where id = :id")
        .parameters(SqlParameter.builder().name("id").value(Field.builder().stringValue(id).build()).build())); // slguard:safe
    rds.executeStatement(b -> b.resourceArn(System.getenv("CLUSTER")).secretArn(System.getenv("SECRET")).sql("select * from t_" + tenant)); // slguard:expect sql-injection
    athena.startQueryExecution(b -> b.queryString("select * from logs where tenant = '" + tenant + "'")); // slguard:expect sql-injection
    athena.startQueryExecution(b -> b.queryString("select * from logs where id = '" + UUID.fromString(id) + "'")); // slguard:safe
    dynamo.getItem(b -> b.tableName("orders-" + tenant).key(Map.of("id", AttributeValue.fromS(id)))); // slguard:expect tainted-aws-resource
    dynamo.getItem(b -> b.tableName("orders-" + System.getenv("STAGE")).key(Map.of("id", AttributeValue.fromS(id)))); // slguard:safe
    StsClient.create().assumeRole(b -> b.roleArn("arn:aws:iam::" + tenant + ":role/read").roleSessionName("a")); // slguard:expect tainted-aws-resource
    StsClient.create().assumeRole(b -> b.roleArn(System.getenv("ROLE")).roleSessionName(context.getAwsRequestId())); // slguard:safe
    SsmClient.create().getParameter(b -> b.name("/tenants/" + tenant)); // slguard:expect tainted-aws-resource
    SfnClient.create().startExecution(b -> b.stateMachineArn(System.getenv("MACHINE")).input(event.getBody())); // slguard:safe
    SfnClient.create().startExecution(b -> b.stateMachineArn(event.getHeaders().get("X-Machine"))); // slguard:expect tainted-aws-resource
    try {
      S3Object object = s3.getObject(System.getenv("BUCKET"), "reports/fixed.csv"); // slguard:safe
      Files.copy(object.getObjectContent(), Path.of("/tmp", "report.csv"), StandardCopyOption.REPLACE_EXISTING); // slguard:safe
      Files.copy(object.getObjectContent(), Path.of("/tmp", path.get("file") + ".csv"), StandardCopyOption.REPLACE_EXISTING); // slguard:expect path-traversal
      s3.getObject(tenant, "reports/fixed.csv"); // slguard:expect tainted-aws-resource
      s3.putObject(System.getenv("BUCKET"), "uploads/" + UUID.randomUUID(), new File("/tmp/report.csv")); // slguard:safe
    } catch (IOException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500).withBody("{\"message\":\"" + e.getMessage() + "\"}"); // slguard:expect sensitive-data-exfiltration
    }
    return new APIGatewayProxyResponseEvent().withStatusCode(200);
  }
}
