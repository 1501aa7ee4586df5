import os
from dataclasses import dataclass

SETTINGS = {
    "name": "shop",
    "db_password": "s3cr3t-Horse-91",  # slguard:expect hardcoded-secret
    "secret_name": "shop/database",  # slguard:safe
    "api_key": os.getenv("SHOP_API_KEY"),  # slguard:safe
}
PRIVATE = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF0K7\n-----END RSA PRIVATE KEY-----"  # slguard:expect hardcoded-secret
GITHUB = "ghp_16C7e42F292c6912E7710c838347Ae178B4a"  # slguard:expect hardcoded-secret


@dataclass
class Defaults:
    stage: str = "dev"
    client_secret: str = "n8Vb2Qx7Lp0Rt5Yw"  # slguard:expect hardcoded-secret
    token_url: str = "https://login.example/token"  # slguard:safe
    password_field: str = "password"  # slguard:safe


class Service:
    def __init__(self, password="s3cr3t-Horse-91"):  # slguard:expect hardcoded-secret
        self.password = password
        self.secret_key = "kR8vLq2Zx9TnBw4J"  # slguard:expect hardcoded-secret


def configure(app):
    app.config["SECRET_KEY"] = "kR8vLq2Zx9TnBw4J"  # slguard:expect hardcoded-secret
    app.secret_key = os.environ["FLASK_KEY"]  # slguard:safe
    os.environ["AWS_SECRET_ACCESS_KEY"] = "wJ4lrXUtnFEMI/K7MDENG+bPxRfiCYzQ8LmN0vRs"  # slguard:expect hardcoded-secret
    os.environ["AWS_REGION"] = "eu-west-1"  # slguard:safe
