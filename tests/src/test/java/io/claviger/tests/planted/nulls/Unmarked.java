package io.claviger.tests.planted.nulls;

public final class Unmarked {}
