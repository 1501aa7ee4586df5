/**
 * Reading a text with a syntax error as the sound text that differs from it by the fewest tokens (Burke and Fisher 1987,
 * "A Practical Method for LR and LL Syntactic Error Diagnosis and Recovery", first phase). Knows no language: a front
 * end says where its first error stands, and which tokens may be missing.
 */
@NullMarked
package dev.slguard.code.repair;

import org.jspecify.annotations.NullMarked;
