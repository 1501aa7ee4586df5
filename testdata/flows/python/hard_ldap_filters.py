# slguard:handler handler
# slguard:handler sound
import os

import ldap
import ldap3
from ldap.filter import escape_filter_chars, filter_format
from ldap3.utils.conv import escape_filter_chars as escape3


def bound():
    connection = ldap.initialize(os.environ["LDAP_URL"])
    connection.simple_bind_s()
    return connection


def handler(event, context):
    user = event["queryStringParameters"]["user"]
    bound().search_s("dc=shop", ldap.SCOPE_SUBTREE, f"(&(objectClass=person)(uid={user}))")  # slguard:expect ldap-injection
    connection = ldap3.Connection(ldap3.Server("ldap.internal"), auto_bind=True)
    connection.search(search_base="dc=shop", search_filter="(uid=%s)" % user)  # slguard:expect ldap-injection


def sound(event, context):
    user = event["queryStringParameters"]["user"]
    bound().search_s("dc=shop", ldap.SCOPE_SUBTREE, "(uid=" + escape_filter_chars(user) + ")")  # slguard:safe
    bound().search_s("dc=shop", ldap.SCOPE_SUBTREE, filter_format("(uid=%s)", [user]))  # slguard:safe
    connection = ldap3.Connection(ldap3.Server("ldap.internal"), auto_bind=True)
    connection.search("dc=shop", "(uid={})".format(escape3(user)))  # slguard:safe
