# slguard:handler handler
import asyncio
import json

import aiohttp
import httpx


async def forward(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:  # slguard:expect ssrf
            await response.text()
    async with httpx.AsyncClient() as client:
        await client.post(url, json={})  # slguard:expect ssrf


async def forward_fixed(name):
    async with aiohttp.ClientSession("https://api.example.com") as session:
        async with session.get("/items/", params={"name": name}) as response:  # slguard:safe
            return await response.json()


def handler(event, context):
    body = json.loads(event["body"])
    asyncio.run(forward(body["callback"]))
    asyncio.run(forward_fixed(body["name"]))
