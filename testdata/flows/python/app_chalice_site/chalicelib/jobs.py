import requests
from chalice import Blueprint

jobs = Blueprint(__name__)


@jobs.route("/", methods=["POST"])
def create():
    request = jobs.current_request
    callback = request.json_body["callback"]
    requests.post(callback, json={"state": "created"}, timeout=3)  # slguard:expect ssrf
    requests.post("https://hooks.example/" + request.json_body["id"], timeout=3)  # slguard:safe
    return {}
