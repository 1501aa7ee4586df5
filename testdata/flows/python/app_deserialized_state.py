# slguard:handler handler HTTP_API_V2
import base64
import hashlib
import hmac
import io
import json
import os
import pickle
import shelve
import tempfile

import boto3
import dill
import joblib
import jsonpickle
import numpy as np
import redis

cache = redis.Redis(host=os.environ["REDIS_HOST"])
KEY = os.environ["SIGNING"].encode()


def handler(event, context):
    blob = base64.b64decode(event["cookies"][0].split("=", 1)[1])
    pickle.loads(blob)  # slguard:expect deserialization
    json.loads(blob)  # slguard:safe
    pickle.load(io.BytesIO(blob))  # slguard:expect deserialization
    signature, payload = blob[:32], blob[32:]
    if hmac.compare_digest(signature, hmac.new(KEY, payload, hashlib.sha256).digest()):
        pickle.loads(payload)  # slguard:safe
    if not hmac.compare_digest(signature, hmac.new(KEY, b"other", hashlib.sha256).digest()):
        return {"statusCode": 403}
    dill.loads(blob)  # slguard:expect deserialization
    jsonpickle.decode(event["body"])  # slguard:expect deserialization
    np.load(io.BytesIO(blob), allow_pickle=True)  # slguard:expect deserialization
    np.load(io.BytesIO(blob), allow_pickle=False)  # slguard:safe
    stored = cache.get("session:1")
    pickle.loads(stored)  # slguard:expect deserialization
    with tempfile.NamedTemporaryFile() as file:
        file.write(blob)
        file.flush()
        joblib.load(file.name)  # slguard:safe
    with open("/opt/model.pkl", "rb") as model:
        pickle.load(model)  # slguard:safe
    return {"statusCode": 204}
