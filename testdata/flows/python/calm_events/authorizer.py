# slguard:handler lambda_handler AUTHORIZER_REQUEST_V2
import logging
import os

import jwt
from jwt import PyJWKClient, PyJWTError

logger = logging.getLogger()
ISSUER = os.environ["ISSUER"]
keys = PyJWKClient(f"{ISSUER}/.well-known/jwks.json", cache_keys=True)


def lambda_handler(event, context):
    header = event["headers"].get("authorization", "")
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or not token:
        return {"isAuthorized": False}
    try:
        claims = jwt.decode(  # slguard:safe
            token,
            keys.get_signing_key_from_jwt(token).key,
            algorithms=["RS256"],
            audience=os.environ["AUDIENCE"],
            issuer=ISSUER,
            options={"require": ["exp", "iat", "sub"]},
        )
    except PyJWTError:
        logger.warning("rejected token", exc_info=True)
        return {"isAuthorized": False}
    return {"isAuthorized": True, "context": {"sub": claims["sub"], "scope": claims.get("scope", "")}}
