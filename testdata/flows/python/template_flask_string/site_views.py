from flask import Flask, render_template, render_template_string, request

app = Flask(__name__)


@app.route("/preview", methods=["POST"])
def preview():
    source = request.get_json()["template"]
    return render_template_string(source)  # slguard:expect template-injection


@app.route("/page")
def page():
    return render_template("page.html", title=request.args["title"])  # slguard:safe


@app.errorhandler(404)
def missing(error):
    return render_template_string("<h1>{{ path }}</h1>", path=request.path)  # slguard:safe
