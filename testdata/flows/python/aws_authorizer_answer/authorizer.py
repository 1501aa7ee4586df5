# slguard:handler handler AUTHORIZER_TOKEN
# slguard:handler sound AUTHORIZER_TOKEN
import os

import jwt

from policy import allow


def handler(event, context):
    user = event["authorizationToken"].split(":")[0]
    return {
        "principalId": user,  # slguard:expect tainted-aws-resource
        "policyDocument": {"Version": "2012-10-17", "Statement": [{"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": event["methodArn"]}]},
    }


def sound(event, context):
    claims = jwt.decode(event["authorizationToken"], os.environ["JWT_PUBLIC"], algorithms=["RS256"])
    return allow(claims["sub"], os.environ["API_ARN"])  # slguard:safe
