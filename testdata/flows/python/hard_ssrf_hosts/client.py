import requests


class ApiClient:
    def __init__(self, base):
        self.base = base
        self.session = requests.Session()

    def call(self, path):
        return self.session.get(self.base + path)  # slguard:expect ssrf
