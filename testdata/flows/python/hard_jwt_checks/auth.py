import jwt
from jwt import PyJWKClient

OPTIONS = {"verify_signature": False}
keys = PyJWKClient("https://login.example.com/keys")


def claims_of(token):
    return jwt.decode(token, options=OPTIONS)  # slguard:expect unverified-jwt


def trusted_claims(token):
    header = jwt.get_unverified_header(token)
    key = keys.get_signing_key_from_jwt(token)
    return jwt.decode(token, key.key, algorithms=["RS256"], audience="shop")  # slguard:safe
