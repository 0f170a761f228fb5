"""Messengers for tests and benchmarks, on 127.0.0.1."""
