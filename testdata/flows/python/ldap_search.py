# slguard:handler handler ALB
# slguard:handler escaped ALB
import os

import ldap
from ldap.filter import escape_filter_chars
from ldap3 import Connection, Server

BASE = "ou=people,dc=example,dc=org"


def handler(event, context):
    user = event["queryStringParameters"]["user"]
    directory = ldap.initialize(os.environ["LDAP_URI"])
    directory.search_s(BASE, ldap.SCOPE_SUBTREE, "(uid=%s)" % user)  # slguard:expect ldap-injection
    connection = Connection(Server("ldap.example.org"))
    connection.search(BASE, "(mail=" + user + ")")  # slguard:expect ldap-injection


def escaped(event, context):
    user = event["queryStringParameters"]["user"]
    directory = ldap.initialize(os.environ["LDAP_URI"])
    directory.search_s(BASE, ldap.SCOPE_SUBTREE, "(uid=%s)" % escape_filter_chars(user))  # slguard:safe
