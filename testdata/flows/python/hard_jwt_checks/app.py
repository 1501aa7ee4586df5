# slguard:handler handler
# slguard:handler options
# slguard:handler sound
# slguard:handler jose_sound
import jwt
from jose import jwt as jose_jwt

from auth import claims_of, trusted_claims


def handler(event, context):
    token = event["headers"]["Authorization"].split(" ")[1]
    return {"user": claims_of(token)["sub"]}


def options(event, context):
    token = event["headers"]["authorization"].removeprefix("Bearer ")
    claims = jwt.decode(token, key="", options={"verify_signature": False, "verify_exp": True})  # slguard:expect unverified-jwt
    other = jose_jwt.get_unverified_claims(token)  # slguard:expect unverified-jwt
    return {"user": claims["sub"], "tenant": other["tenant"]}


def sound(event, context):
    token = event["headers"]["Authorization"].split(" ")[1]
    return {"user": trusted_claims(token)["sub"]}


def jose_sound(event, context):
    token = event["headers"]["Authorization"].split(" ")[1]
    return {"user": jose_jwt.decode(token, context.key, algorithms=["RS256"])["sub"]}  # slguard:safe
