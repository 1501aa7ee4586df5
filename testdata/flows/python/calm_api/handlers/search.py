# slguard:handler lambda_handler HTTP_API_V2
import json
import os
from urllib.parse import quote_plus, urlencode

import urllib3

http = urllib3.PoolManager(timeout=3.0, retries=2)
ENDPOINT = os.environ["SEARCH_ENDPOINT"]


def lambda_handler(event, context):
    q = (event.get("queryStringParameters") or {}).get("q", "").strip()
    if len(q) < 3:
        return {"statusCode": 200, "body": json.dumps([])}
    url = f"{ENDPOINT}/products/_search?{urlencode({'q': q, 'size': 10})}"
    response = http.request("GET", url, headers={"Accept": "application/json"})  # slguard:safe
    if response.status != 200:
        return {"statusCode": 502, "body": json.dumps({"message": "search"})}
    suggest = http.request("GET", "https://suggest.example/v1?term=" + quote_plus(q))  # slguard:safe
    hits = json.loads(response.data)["hits"]["hits"]
    return {
        "statusCode": 200,
        "headers": {"content-type": "application/json"},
        "body": json.dumps({"hits": [hit["_source"]["title"] for hit in hits], "more": json.loads(suggest.data)}),
    }
