# slguard:handler handler COGNITO
import boto3

cognito = boto3.client("cognito-idp")
dynamodb = boto3.resource("dynamodb")


def handler(event, context):
    cognito.admin_add_user_to_group(UserPoolId=event["userPoolId"], Username="audit", GroupName="readers")  # slguard:safe
    group = event["request"]["userAttributes"]["custom:group"]
    cognito.admin_add_user_to_group(UserPoolId=event["userPoolId"], Username="audit", GroupName=group)  # slguard:expect tainted-aws-resource
    dynamodb.Table("users").put_item(Item={"sub": event["request"]["userAttributes"]["sub"]})  # slguard:safe
    return event
