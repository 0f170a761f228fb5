"""Requests: what somebody asked of the people in charge, from the asking to its close."""
