# slguard:handler lambda_handler HTTP_API_V2
import sqlite3

from apig_wsgi import make_lambda_handler
from flask import Flask, g, redirect, request, url_for

app = Flask(__name__)
lambda_handler = make_lambda_handler(app, binary_support=True)


@app.before_request
def remember_tenant():
    g.tenant = request.headers.get("X-Tenant", "none")
    g.page = request.args.get("page", type=int, default=1)


def connection():
    if "db" not in g:
        g.db = sqlite3.connect("/tmp/shop.db")
    return g.db


@app.route("/orders")
def orders():
    rows = connection().execute("SELECT * FROM orders_" + g.tenant).fetchall()  # slguard:expect sql-injection
    return {"rows": rows}


@app.route("/orders/page")
def page():
    rows = connection().execute(f"SELECT * FROM orders LIMIT 10 OFFSET {g.page * 10}").fetchall()  # slguard:safe
    return {"rows": rows}


@app.route("/login", methods=["POST"])
def login():
    target = request.form.get("next") or url_for("orders")
    return redirect(target)  # slguard:expect open-redirect


@app.route("/logout")
def logout():
    return redirect(url_for("orders", reason=request.args.get("reason")))  # slguard:safe
