package com.acme.crm;

public record Customer(long id, String email, String name) {}
