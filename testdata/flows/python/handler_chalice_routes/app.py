# slguard:handler app REST_API
import os

from chalice import Chalice, Response

from chalicelib.admin import admin

app = Chalice(app_name="shop")
app.register_blueprint(admin, url_prefix="/admin")


@app.route("/files/{name}")
def read_file(name):
    return open("/tmp/" + name).read()  # slguard:expect path-traversal


@app.route("/run", methods=["POST"])
def run():
    request = app.current_request
    os.system("run " + request.json_body["name"])  # slguard:expect command-injection
    os.system("run " + request.query_params.get("q"))  # slguard:expect command-injection
    os.system("run " + request.headers["x-a"])  # slguard:expect command-injection
    os.system("run " + request.method)  # slguard:safe
    return {"ok": True}


@app.route("/page/{name}")
def page(name):
    if name == "json":
        return Response(body={"name": name}, status_code=200)  # slguard:safe
    return Response(body="<b>" + name + "</b>", status_code=200, headers={"Content-Type": "text/html"})  # slguard:expect xss-reflected


@app.route("/plain/{name}")
def plain(name):
    return {"html": "<b>" + name + "</b>"}  # slguard:safe
