import hashlib
import hmac
import os
import pickle

SEAL = os.environ["SEAL_VALUE"].encode()


def restore(blob):
    return pickle.loads(blob)  # slguard:expect deserialization


def restore_signed(blob, signature):
    expected = hmac.new(SEAL, blob, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, signature):
        raise ValueError("signature")
    return pickle.loads(blob)  # slguard:safe
