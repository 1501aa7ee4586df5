import http.client
import json
import socket


class Client:
    def __init__(self, host, port=443):
        self._host = host
        self._port = port

    def get(self, path):
        connection = http.client.HTTPSConnection(self._host, self._port, timeout=2)  # slguard:expect ssrf
        connection.request("GET", path)  # slguard:safe
        return json.loads(connection.getresponse().read())
