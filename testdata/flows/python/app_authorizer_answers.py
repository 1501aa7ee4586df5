# slguard:handler token_authorizer AUTHORIZER_TOKEN
# slguard:handler request_authorizer AUTHORIZER_REQUEST_V2
# slguard:handler sound_authorizer AUTHORIZER_TOKEN
import base64
import json
import os

import jwt
from jwt import PyJWKClient
from jose import jwt as jose_jwt

jwks = PyJWKClient(os.environ["JWKS_URL"])


def policy(principal, effect, resource, **context):
    return {
        "principalId": principal,  # slguard:expect tainted-aws-resource
        "policyDocument": {"Version": "2012-10-17", "Statement": [
            {"Action": "execute-api:Invoke", "Effect": effect, "Resource": resource}]},
        "context": context,
    }


def token_authorizer(event, context):
    token = event["authorizationToken"].split(" ")[-1]
    claims = jwt.decode(token, options={"verify_signature": False})  # slguard:expect unverified-jwt
    return policy(claims["sub"], "Allow", event["methodArn"])


def request_authorizer(event, context):
    token = event["headers"]["authorization"].replace("Bearer ", "")
    claims = jose_jwt.get_unverified_claims(token)  # slguard:expect unverified-jwt
    if claims.get("role") == "admin":
        return {"isAuthorized": True, "context": {"user": claims["sub"]}}  # slguard:expect tainted-aws-resource
    return {"isAuthorized": False}


def sound_authorizer(event, context):
    token = event["authorizationToken"].removeprefix("Bearer ")
    key = jwks.get_signing_key_from_jwt(token)
    try:
        claims = jwt.decode(token, key.key, algorithms=["RS256"], audience=os.environ["AUDIENCE"])  # slguard:safe
    except jwt.PyJWTError:
        return policy("nobody", "Deny", event["methodArn"])
    return policy(claims["sub"], "Allow", event["methodArn"])
