# slguard:handler handler HTTP_API_V2
import asyncio
import json
import os
from contextlib import asynccontextmanager

import aiohttp
import asyncpg

BASE = "https://rates.example/v2/"
CURRENCIES = ("EUR", "USD", "GBP")


@asynccontextmanager
async def connect():
    connection = await asyncpg.connect(os.environ["DSN"])
    try:
        yield connection
    finally:
        await connection.close()


async def rate(session, currency):
    async with session.get(BASE + currency, timeout=aiohttp.ClientTimeout(total=3)) as response:  # slguard:safe
        response.raise_for_status()
        return currency, (await response.json())["rate"]


async def gather(wanted, user):
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        rates = dict(await asyncio.gather(*[rate(session, each) for each in wanted]))
    async with connect() as connection:
        rows = await connection.fetch("SELECT currency, amount FROM wallet WHERE owner = $1", user)  # slguard:safe
        await connection.execute("UPDATE wallet SET seen = now() WHERE owner = $1", user)  # slguard:safe
    return {row["currency"]: float(row["amount"]) * float(rates.get(row["currency"], 1)) for row in rows}


def handler(event, context):
    query = event.get("queryStringParameters") or {}
    wanted = [each for each in query.get("currencies", "EUR").upper().split(",") if each in CURRENCIES]
    user = event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]
    return {"statusCode": 200, "body": json.dumps(asyncio.run(gather(wanted, user)))}
