import os

from chalice import Blueprint

extra = Blueprint(__name__)


@extra.route("/more/{name}", methods=["GET"])
def more(name):
    os.system("more " + name)  # slguard:expect command-injection
    os.system("more " + extra.current_request.query_params["q"])  # slguard:expect command-injection


def start(name, size):
    os.system(f"start {size}")  # slguard:safe
    os.system(f"start {name}")  # slguard:expect command-injection
