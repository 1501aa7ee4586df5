# slguard:handler app REST_API
import pathlib

from flask import Flask, Response, abort, make_response, render_template_string, request, send_file
from markupsafe import Markup, escape
from werkzeug.utils import secure_filename

app = Flask(__name__)
UPLOADS = pathlib.Path("/tmp/uploads")


@app.post("/upload")
def upload():
    file = request.files["file"]
    file.save(UPLOADS / secure_filename(file.filename))  # slguard:safe
    file.save(str(UPLOADS / file.filename))  # slguard:expect path-traversal
    return {"ok": True}


@app.get("/download")
def download():
    name = request.args["name"]
    if not (UPLOADS / name).resolve().is_relative_to(UPLOADS):
        abort(403)
    return send_file("/tmp/uploads/" + request.args["other"])  # slguard:expect path-traversal


@app.get("/hello/<name>")
def hello(name):
    if name == "template":
        return render_template_string("<b>" + request.args["t"] + "</b>")  # slguard:expect template-injection
    if name == "data":
        return render_template_string("<b>{{ name }}</b>", name=request.args["t"])  # slguard:safe
    if name == "escaped":
        return f"<b>{escape(request.args['t'])}</b>"  # slguard:safe
    if name == "markup":
        return str(Markup("<b>{}</b>").format(request.args["t"]))  # slguard:safe
    if name == "json":
        return {"t": request.args["t"]}  # slguard:safe
    if name == "text":
        return Response(request.args["t"], mimetype="text/plain")  # slguard:safe
    response = make_response("<b>" + request.args["t"] + "</b>")  # slguard:expect xss-reflected
    response.headers["X-A"] = "b"
    return response
